package io.cloudpulse.tests.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PubsubServer;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Subscriptions;
import io.cloudpulse.tests.live.ShopEvents;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through a subscription is what a file of the same lines holds, however it comes. */
@ExtendWith({PostgresServer.class, PubsubServer.class})
class PubsubStreamIT {
  private static final int MANY = 20_000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"flink", "direct"})
  void givesTheRowsOfAFile(
      String runner, Database fromFile, Database streamed, Subscriptions subscriptions)
      throws Exception {
    ShopEvents events = ShopEvents.generated(2_000, 31);
    String name = subscriptions.made();
    subscriptions.send(name, events.lines());
    List<String> expected = Planted.of(events).rows(fromFile, folder);

    EventsFrom move =
        EventsFrom.subscription(subscriptions.address(name), streamed)
            .with("--runner=" + runner, "--until=end");
    RunReport report = move.move();

    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(2_000);
    assertThat(report.refusedByReason()).isEqualTo(Map.of("type", (long) events.bad()));
    assertThat(move.rows()).isEqualTo(expected);
    assertThat(subscriptions.waiting(name)).isZero();
  }

  /**
   * Redelivered by ours being killed, and sent again by a publisher that did not hear an answer.
   */
  @Test
  void isExactThoughItIsKilledAndMessagesComeTwice(
      Database fromFile, Database streamed, Subscriptions subscriptions) throws Exception {
    Planted planted = Planted.of(MANY, 0.05, 37);
    List<String> expected = planted.rows(fromFile, folder);
    List<Integer> sent = twice(MANY, 0.1);
    String name = subscriptions.made();
    EventsFrom move =
        EventsFrom.subscription(subscriptions.address(name) + "&idAttribute=uid", streamed)
            .with("--runner=flink", "--job=killed");

    subscriptions.send(name, planted.lines(), sent.subList(0, 8_000));
    killOnceThereAre(2_000, move);
    subscriptions.send(name, planted.lines(), sent.subList(8_000, 16_000));
    killOnceThereAre(9_000, move);
    subscriptions.send(name, planted.lines(), sent.subList(16_000, sent.size()));
    RunReport report = move.with("--until=end", "--maxRefused=1").move();

    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(MANY);
    assertThat(report.accepted()).isEqualTo(MANY - planted.bad());
    assertThat(report.refusedByReason()).isEqualTo(Map.of("type", (long) planted.bad()));
    assertThat(streamed.one("select count(*) from pulse.dead_letters"))
        .isEqualTo(String.valueOf(planted.bad()));
    assertThat(move.rows()).isEqualTo(expected);
    assertThat(subscriptions.waiting(name)).isZero();
  }

  private static List<Integer> twice(int count, double share) {
    List<Integer> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sent.add(i);
    }
    Random random = new Random(5);
    for (int i = 0; i < count * share; i++) {
      sent.add(random.nextInt(count));
    }
    Collections.shuffle(sent, random);
    return sent;
  }

  private static void killOnceThereAre(int rows, EventsFrom move) throws Exception {
    try (PulseProcess job = move.start()) {
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(100))
          .failFast("the job ended", () -> !job.isAlive())
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(
              () ->
                  Integer.parseInt(move.database().one("select count(*) from activity.events"))
                      >= rows);
      assertThat(job.kill()).isEqualTo(137);
    }
  }
}
