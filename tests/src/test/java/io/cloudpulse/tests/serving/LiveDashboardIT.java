package io.cloudpulse.tests.serving;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Numbers of the page move while a real job reads events, and stand when it has been stopped. */
@ExtendWith({PostgresServer.class, KafkaServer.class})
class LiveDashboardIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Job, dataset, state, runner, read, records/s, refused, lag, watermark. */
  private static final String RUNNING =
      "page-live\\|activity.events\\|running\\|flink\\|[0-9,]+\\|[0-9.,]+\\|0\\|[0-9,]+"
          + "\\|.*\\(\\d+ s behind\\)";

  @Test
  void movesWithTheEvents(Database database, Topics topics) throws Exception {
    String topic = topics.address(topics.topic(1));
    try (Chromium chromium = Chromium.start();
        ServingProcess server = ServingProcess.over(database);
        PulseProcess job = follow(topic, database);
        Visitor visitor = Visitor.sending(topic)) {
      ShownPage shown =
          new ShownPage(chromium.page(server.address(), 1280, ColorScheme.LIGHT)).settled();
      Page page = shown.page();

      Set<Integer> seen = new LinkedHashSet<>();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () -> {
                seen.add(number(page, "events"));
                return seen.size() >= 4 && number(page, "rate") > 0;
              });
      assertThat(new java.util.ArrayList<>(seen)).isSorted();
      assertRunning(shown);

      visitor.leave();
      int unused = job.terminate();
      Awaitility.await().atMost(PATIENCE).until(() -> number(page, "rate") == 0);
      assertThat(database.one("select sum(events) from activity.action_minutes"))
          .isEqualTo("" + number(page, "events"));
      assertThat(chromium.troubles()).isEmpty();
    }
  }

  private static void assertRunning(ShownPage shown) {
    Page page = shown.page();
    assertThat(page.locator("#live-hint")).containsText("Event time has come to");
    assertThat(page.locator("#panel-stream canvas"))
        .hasAttribute("aria-label", java.util.regex.Pattern.compile("Events per second, .* now"));
    assertThat(page.locator("#panel-jobs tbody tr").first()).containsText("page-live");
    // Rows may be seen before the job's first sign of life, which tells how far it is.
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(shown.rows("jobs").get(0)).matches(RUNNING));
  }

  private static PulseProcess follow(String topic, Database database) {
    return PulseProcess.start(
        "run",
        "--dataset=activity.events",
        "--source=" + topic,
        "--sink=" + database.sink(),
        "--job=page-live",
        "--quiet");
  }

  private static int number(Page page, String tile) {
    String text = page.locator("[data-tile=" + tile + "]").textContent();
    return text.equals("–") ? 0 : (int) Double.parseDouble(text.replace(",", ""));
  }

  /** Somebody who looks at things, twenty times a second. */
  private static final class Visitor implements AutoCloseable {
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final KafkaLines lines;
    private int looks;

    private Visitor(KafkaLines lines) {
      this.lines = lines;
    }

    static Visitor sending(String topic) {
      Visitor visitor = new Visitor(KafkaLines.to(KafkaAddress.parse(topic)));
      var unused = visitor.pace.scheduleAtFixedRate(visitor::look, 0, 50, TimeUnit.MILLISECONDS);
      return visitor;
    }

    private void look() {
      String line =
          "{\"user_id\":%d,\"session_id\":\"s\",\"action\":\"view\",\"product_id\":%d,\"timestamp\":\"%s\"}"
              .formatted(looks % 9, looks++, Clock.systemUTC().instant());
      lines.send(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      leave();
    }

    void leave() {
      if (!pace.isShutdown()) {
        pace.shutdown();
        lines.close();
      }
    }
  }
}
