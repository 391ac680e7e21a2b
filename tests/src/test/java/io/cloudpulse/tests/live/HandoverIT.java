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
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** History as a batch, then the stream: killed anywhere between, there is no gap and no double. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class HandoverIT {
  @TempDir Path folder;

  @Test
  void goesOnLiveAfterABackfillThatWasKilledHalfway(
      Database undisturbed, Database disturbed, Indices indices, Topics topics) throws Exception {
    Scene scene = new Scene(ShopEvents.generated(200_000 + 5_000, 11), 200_000, indices, topics);
    Holdings expected = scene.atOnce(undisturbed);
    EventsMove move = scene.into(disturbed);
    try (PulseProcess backfill = move.start(scene.source)) {
      awaitHalf(disturbed, backfill, 100_000);
      assertThat(backfill.kill()).isEqualTo(137);
    }
    scene.print("killed halfway", disturbed);
    try (PulseProcess live = move.start(scene.source)) {
      awaitHalf(disturbed, live, scene.events.rowsOf(200_000) + 1);
      assertThat(live.kill()).isEqualTo(137);
    }
    scene.print("killed live", disturbed);

    RunReport report = move.with("--until=end").move(scene.source);

    scene.print("at the end", disturbed);
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(5_000 + scene.overlap);
    Ways.print("handover", move.holdings());
    assertThat(move.holdings().differences(expected)).isEmpty();
  }

  @Test
  void isResumedOnTheOtherRunner(
      Database undisturbed, Database disturbed, Indices indices, Topics topics) throws Exception {
    Scene scene = new Scene(ShopEvents.generated(4_500, 12), 4_000, indices, topics);
    Holdings expected = scene.atOnce(undisturbed);
    EventsMove move = scene.into(disturbed);
    try (PulseProcess backfill = move.with("--runner=direct").start(scene.source)) {
      awaitHalf(disturbed, backfill, 1);
      assertThat(backfill.kill()).isEqualTo(137);
    }
    scene.print("killed on Direct", disturbed);

    RunReport report = move.with("--until=end").move(scene.source);

    scene.print("ended on Flink", disturbed);
    assertThat(report.imbalance()).isEmpty();
    assertThat(move.holdings().differences(expected)).isEmpty();
  }

  @Test
  void mayBeLoadedWhileTheStreamRuns(
      Database undisturbed, Database disturbed, Indices indices, Topics topics) throws Exception {
    Scene scene = new Scene(ShopEvents.generated(10_000, 13), 8_000, indices, topics);
    Holdings expected = scene.atOnce(undisturbed);
    EventsMove move = EventsMove.into(disturbed, indices.address()).with("--allowedLateness=P30D");
    String history = "files:" + folder.resolve("history.csv");
    try (PulseProcess live = move.start(scene.source)) {
      awaitHalf(disturbed, live, 1);
      assertThat(move.with("--aggregates=off").move(history).exitCode()).isZero();
    }

    RunReport report = move.with("--backfill=" + history, "--until=end").move(scene.source);

    scene.print("at the end", disturbed);
    assertThat(report.imbalance()).isEmpty();
    assertThat(move.holdings().differences(expected)).isEmpty();
  }

  private static void awaitHalf(Database database, PulseProcess job, int rows) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(20))
        .failFast("the job ended", () -> !job.isAlive())
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> Integer.parseInt(database.one("select count(*) from activity.events")) >= rows);
  }

  /** A file of history, and a topic that has its last events as well as those that came after. */
  private final class Scene {
    private final ShopEvents events;
    private final int overlap;
    private final Indices indices;
    private final String source;

    Scene(ShopEvents events, int history, Indices indices, Topics topics) throws Exception {
      this.events = events;
      this.indices = indices;
      this.overlap = history / 40;
      String topic = topics.topic(2);
      this.source = EventsMove.export(topics.address(topic));
      Path unused = events.part(0, history).write(folder.resolve("history.csv"));
      unused = events.write(folder.resolve("all.csv"));
      try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
        var unusedFeed =
            feed.send(events.lines().subList(history - overlap, events.lines().size()));
      }
    }

    Holdings atOnce(Database database) throws Exception {
      Ways.forget(indices);
      EventsMove move = EventsMove.into(database, indices.address());
      assertThat(move.move("files:" + folder.resolve("all.csv")).exitCode()).isZero();
      Holdings rows = move.holdings();
      Ways.print("undisturbed", rows);
      Ways.forget(indices);
      return rows;
    }

    EventsMove into(Database database) {
      return EventsMove.into(database, indices.address())
          .with("--backfill=files:" + folder.resolve("history.csv"));
    }

    void print(String when, Database database) throws SQLException {
      System.out.println(
          "handover | %-20s | rows, runs: %s | %s"
              .formatted(
                  when,
                  database.one("select count(*) from activity.events"),
                  database.query("select run, state from pulse.runs order by started_at")));
    }
  }
}
