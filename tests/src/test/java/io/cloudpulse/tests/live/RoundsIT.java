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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stream in rounds comes to what one batch of the same messages comes to. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class RoundsIT {
  @TempDir Path folder;

  @BeforeEach
  void forgetWhatOthersIndexed(Indices indices) {
    Ways.forget(indices);
  }

  @Test
  void comeToWhatOneBatchComesTo(Database atOnce, Database inRounds, Indices indices, Topics topics)
      throws Exception {
    ShopEvents events = ShopEvents.generated(4_000, 21);
    String source = sent(events, topics);
    EventsMove batch = EventsMove.into(atOnce, indices.address()).with("--mode=batch");
    RunReport expected = batch.move(source);
    Holdings rows = batch.holdings();
    Ways.print("Kafka, batch", rows);
    Ways.forget(indices);
    EventsMove rounds =
        EventsMove.into(inRounds, indices.address())
            .with("--rounds", "--roundSize=700", "--until=end", "--job=rounds");

    RunReport report = rounds.move(source);

    Ways.print("Kafka, rounds", rounds.holdings());
    assertThat(report.exitCode()).isZero();
    assertThat(rounds.holdings().differences(rows)).isEmpty();
    assertThat(counts(report)).isEqualTo(counts(expected));
    assertThat(report.read()).isEqualTo(events.lines().size());
    assertThat(letters(inRounds)).isEqualTo(letters(atOnce)).hasSize(events.bad());
    assertThat(inRounds.query("select distinct round, state from pulse.rounds order by 1"))
        .containsExactly("1|done", "2|done", "3|done");
  }

  private static List<Object> counts(RunReport report) {
    return List.of(
        report.imbalance(),
        report.read(),
        report.accepted(),
        report.refusedByReason(),
        report.delivered(),
        report.refusedBySink(),
        report.counters(),
        report.deadLettersKept());
  }

  private static List<String> letters(Database database) throws Exception {
    return database.query("select id, reason, message from pulse.dead_letters order by id");
  }

  private static String sent(ShopEvents events, Topics topics) {
    String topic = topics.topic(2);
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(events.lines());
    }
    return EventsMove.export(topics.address(topic));
  }
}
