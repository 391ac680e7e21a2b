package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stream that is killed, and whose servers fail, comes to the rows of one that ran undisturbed.
 * {@code tests/chaos/run} runs the long form.
 */
class StreamChaosIT {
  private static final ChaosPlan PLAN = ChaosPlan.asked();
  private static final ShopEvents EVENTS = ShopEvents.generated(PLAN.events(), PLAN.seed());

  @TempDir static Path folder;

  private static ChaosServers servers;
  private static Holdings expected;

  @BeforeAll
  static void moveTheFileUndisturbed() throws Exception {
    servers = ChaosServers.start();
    try (Database database = servers.database("undisturbed")) {
      EventsMove move = EventsMove.into(database, servers.indices().address());
      RunReport report = move.move("files:" + EVENTS.write(folder.resolve("events.csv")));
      assertThat(report.exitCode()).isZero();
      expected = move.holdings();
    }
    System.out.println("chaos | " + PLAN);
    print("undisturbed", 0, expected);
  }

  @AfterAll
  static void stopServers() throws Exception {
    servers.close();
  }

  static List<ChaosPlan.Line> lines() {
    return PLAN.lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void comesToTheSameRows(ChaosPlan.Line line) throws Exception {
    servers.indices().close();
    try (Topics topics = servers.topics();
        Database database = servers.database("disturbed_" + line.number())) {
      String topic = topics.topic(4);
      String source = EventsMove.export(topics.address(topic));
      EventsMove move =
          EventsMove.into(database, servers.indices().address()).with("--job=" + topic);
      try (Feed feed = Feed.to(topics.bootstrap(), topic);
          LiveStream stream = new LiveStream(servers, move, source, feed, EVENTS)) {
        disturb(stream, line);
        Duration behind = stream.awaitCaughtUp();
        stream.tell("caught up %.1f s after the last message".formatted(behind.toMillis() / 1e3));
        stream.stop();
        check(line, stream, move, source);
      }
    }
  }

  /** Each blow falls while its part of the messages is on its way. */
  private static void disturb(LiveStream stream, ChaosPlan.Line line) throws Exception {
    Random random = new Random(PLAN.seed() + line.number());
    int blows = line.troubles().size();
    for (int i = 0; i < blows; i++) {
      stream.send(i, blows, PLAN.perSecond());
      strike(stream, line.troubles().get(i), random);
      stream.awaitSent();
    }
  }

  /** Half of the kills fall at any moment after a start, half while rows are coming. */
  private static void strike(LiveStream stream, Trouble trouble, Random random) throws Exception {
    boolean flowing = trouble != Trouble.JOB_KILLED || random.nextBoolean();
    Duration wait = Duration.ofMillis(random.nextInt(flowing ? 1_500 : 8_000));
    if (flowing) {
      stream.awaitNews();
    }
    stream.endure(wait);
    String when =
        "%.1f s after %s, at %d rows of %d messages"
            .formatted(
                wait.toMillis() / 1e3,
                flowing ? "news" : "the start",
                stream.stored(),
                stream.sent());
    trouble.strike(stream, PLAN.length());
    stream.tell(trouble + " " + when);
    if (trouble != Trouble.JOB_KILLED) {
      stream.tell("caught up after %.1f s".formatted(stream.awaitCaughtUp().toMillis() / 1e3));
    }
  }

  private static void check(ChaosPlan.Line line, LiveStream stream, EventsMove move, String source)
      throws Exception {
    RunReport report = move.with("--until=end").move(source);
    Holdings rows = move.holdings();
    print(line.toString(), line.troubles().size(), rows);
    List<String> faults = new ArrayList<>(rows.differences(expected));
    faults.addAll(report.imbalance());
    assertThat(faults).isEmpty();
    assertThat(report.exitCode()).isZero();
    assertThat(report.read()).isEqualTo(EVENTS.lines().size());
    assertThat(report.refusedByReason())
        .containsOnlyKeys("type")
        .containsValue((long) EVENTS.bad());
    assertThat(report.deadLettersKept()).isEqualTo(EVENTS.bad());
    assertThat(stream.deaths()).as("how often the job ended by itself").isZero();
  }

  private static void print(String line, int blows, Holdings rows) {
    System.out.printf(
        "chaos | %-30s | %s | %s | %s | postgres %s | elasticsearch %s%n",
        line,
        blows,
        rows.counts(),
        rows.differences(expected).isEmpty() ? "equal" : "DIFFERENT",
        Holdings.checksum(rows.postgres()),
        Holdings.checksum(rows.elasticsearch()));
  }
}
