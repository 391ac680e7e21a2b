package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What comes too late for the windows of a stream is stored, told of, and counted by a batch. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class LateEventsIT {
  private static final ShopEvents EVENTS = ShopEvents.generated(3_000, 9);

  @TempDir Path folder;

  @Test
  void aBatchPutsRightWhatAStreamCouldNotCount(
      Database atOnce, Database streamed, Indices indices, Topics topics) throws Exception {
    Holdings expected = expected(atOnce, indices);
    String topic = topics.topic(2);
    String source = EventsMove.export(topics.address(topic));
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(EVENTS.doubledAndShuffled(3).lines());
    }
    EventsMove move = EventsMove.into(streamed, indices.address());

    RunReport stream = move.with("--until=end", "--allowedLateness=PT1M").move(source);

    long late = stream.counters().get("too late for its windows");
    System.out.println("late | too late " + late + " | " + move.holdings().counts());
    assertThat(stream.imbalance()).isEmpty();
    assertThat(late).isPositive();
    assertThat(streamed.one("select count(*) from pulse.dead_letters where reason = 'late'"))
        .isEqualTo(String.valueOf(late));
    assertThat(move.holdings().postgres().get(0).differences(expected.postgres().get(0))).isEmpty();

    RunReport batch = move.with("--mode=batch").move(source);

    assertThat(batch.imbalance()).isEmpty();
    Ways.print("late, then a batch", move.holdings());
    assertThat(move.holdings().differences(expected)).isEmpty();
  }

  @Test
  void twoJobsOfOneTopicBalanceEach(Database database, Indices indices, Topics topics)
      throws Exception {
    Ways.forget(indices);
    String topic = topics.topic(2);
    String source = EventsMove.export(topics.address(topic));
    EventsMove move =
        EventsMove.into(database, indices.address()).with("--until=end", "--aggregates=off");
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(EVENTS.part(0, 1_000).lines());
      assertThat(move.with("--job=one").move(source).exitCode()).isZero();
      assertThat(move.with("--job=two").move(source).exitCode()).isZero();
      unused = feed.send(EVENTS.part(1_000, 1_100).lines());
    }

    assertThat(move.with("--job=one").move(source).imbalance()).isEmpty();
    assertThat(move.with("--job=two").move(source).imbalance()).isEmpty();
  }

  private Holdings expected(Database database, Indices indices) throws Exception {
    Ways.forget(indices);
    EventsMove move = EventsMove.into(database, indices.address());
    Path file = EVENTS.write(folder.resolve("all.csv"));
    assertThat(move.move("files:" + file).exitCode()).isZero();
    Holdings rows = move.holdings();
    Ways.forget(indices);
    return rows;
  }
}
