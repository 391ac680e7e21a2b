package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A job goes on in another way than it began: as a stream, in rounds, and as a stream again. */
@Tag("matrix")
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class MoveJobIT {
  private static final ShopEvents EVENTS = ShopEvents.generated(300_000, 41);
  private static final int A_SECOND = 5_000;
  private static final int PART = 60_000;

  @TempDir Path folder;

  @Test
  void goesOnInRoundsAndAsAStreamAgain(
      Database undisturbed, Database moved, Indices indices, Topics topics) throws Exception {
    Holdings expected = Ways.atOnce(EVENTS, undisturbed, indices, folder);
    String topic = topics.topic(2);
    String source = EventsMove.export(topics.address(topic));
    EventsMove stream = EventsMove.into(moved, indices.address()).with("--job=moving");
    EventsMove rounds = stream.with("--runner=spark", "--roundSize=20000");
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      feed.sendSteadily(EVENTS.lines(), A_SECOND);
      try (PulseProcess job = stream.start(source)) {
        awaitRows(moved, job, PART);
        // Between checkpoints: it has counted beyond what it has committed.
        assertThat(job.kill()).isEqualTo(137);
      }
      tell("killed as a stream", moved);
      try (PulseProcess job = rounds.start(source)) {
        awaitRows(moved, job, rows(moved) + PART);
        assertThat(job.terminate()).isEqualTo(143);
      }
      tell("stopped in rounds", moved);
      try (PulseProcess job = stream.start(source)) {
        feed.await();
        awaitRows(moved, job, EVENTS.rows());
        assertThat(job.kill()).isEqualTo(137);
      }
      tell("killed as a stream", moved);
    }

    RunReport report = rounds.with("--until=end").move(source);

    tell("ended in rounds", moved);
    check(report, rounds.holdings(), expected);
    check(stream.with("--until=end").move(source), stream.holdings(), expected);
  }

  private static void check(RunReport report, Holdings rows, Holdings expected) {
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(EVENTS.lines().size());
    assertThat(report.refused()).isEqualTo(EVENTS.bad());
    assertThat(report.deadLettersKept()).isEqualTo(EVENTS.bad());
    assertThat(report.delivered().get("elasticsearch")).isEqualTo(report.accepted());
    assertThat(rows.differences(expected)).isEmpty();
  }

  private static void awaitRows(Database database, PulseProcess job, int rows) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(50))
        .failFast("the job ended", () -> !job.isAlive())
        .ignoreExceptions()
        .until(() -> rows(database) >= rows);
  }

  private static int rows(Database database) throws Exception {
    return Integer.parseInt(database.one("select count(*) from activity.events"));
  }

  private static void tell(String when, Database database) throws Exception {
    System.out.printf(
        "move job | %-20s | rows %d, counted %s, rounds %s%n",
        when,
        rows(database),
        database.query("select through + 1 from pulse.read_ranges order by range"),
        database.one("select count(distinct round) from pulse.rounds"));
  }
}
