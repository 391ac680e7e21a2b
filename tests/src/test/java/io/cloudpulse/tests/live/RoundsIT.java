package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream in rounds comes to what one batch of the same messages comes to. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class RoundsIT {
  @TempDir Path folder;

  @BeforeEach
  void forgetWhatOthersIndexed(Indices indices) {
    Ways.forget(indices);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flink", "spark"})
  void comeToWhatOneBatchComesTo(
      String runner, Database atOnce, Database inRounds, Indices indices, Topics topics)
      throws Exception {
    ShopEvents events = ShopEvents.generated(3_000, 21);
    String source = sent(events, topics);
    EventsMove batch = EventsMove.into(atOnce, indices.address()).with("--mode=batch");
    RunReport expected = batch.move(source);
    Holdings rows = batch.holdings();
    Ways.print("Kafka, batch", rows);
    Ways.forget(indices);
    EventsMove rounds =
        EventsMove.into(inRounds, indices.address())
            .with("--runner=" + runner, "--rounds", "--roundSize=600", "--until=end");

    RunReport report = rounds.move(source);

    Ways.print("Kafka, rounds on " + runner, rounds.holdings());
    assertThat(report.exitCode()).isZero();
    assertThat(rounds.holdings().differences(rows)).isEmpty();
    assertThat(counts(report)).isEqualTo(counts(expected));
    assertThat(report.read()).isEqualTo(events.lines().size());
    assertThat(letters(inRounds)).isEqualTo(letters(atOnce)).hasSize(events.bad());
    assertThat(inRounds.query("select distinct round, state from pulse.rounds order by 1"))
        .containsExactly("1|done", "2|done", "3|done");
  }

  @Test
  void goOnAfterHistory(Database atOnce, Database inRounds, Indices indices, Topics topics)
      throws Exception {
    ShopEvents events = ShopEvents.generated(1_500, 22);
    Holdings expected = Ways.atOnce(events, atOnce, indices, folder);
    Path history = events.part(0, 1_000).write(folder.resolve("history.csv"));
    String source = sent(events.part(900, 1_500), topics);

    RunReport report =
        EventsMove.into(inRounds, indices.address())
            .with("--rounds", "--until=end", "--backfill=files:" + history)
            .move(source);

    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(600);
    assertThat(Holdings.in(inRounds, indices.address()).differences(expected)).isEmpty();
  }

  @Test
  void leaveNothingOfTheRunnerBehind(Database database, Indices indices, Topics topics)
      throws Exception {
    String source = sent(ShopEvents.generated(600, 23), topics);
    EventsMove move =
        EventsMove.into(database, indices.address())
            .with("--rounds", "--until=end", "--aggregates=off", "--roundSize=30");
    Set<String> before = threads();

    assertThat(move.move(source).imbalance()).isEmpty();

    assertThat(database.one("select count(distinct round) from pulse.rounds")).isEqualTo("10");
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(before).containsAll(threads()));
  }

  /** By name; but for two of Flink's that a JVM has once, however many jobs it runs. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.contains("CompletableFutureDelayScheduler"))
        .filter(name -> !name.startsWith("awaitility"))
        .collect(Collectors.toCollection(TreeSet::new));
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
