package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rounds that are cut short: killed in the middle, stopped, or begun beside others. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class RoundsStopIT {
  private static final ShopEvents EVENTS = ShopEvents.generated(3_000, 31);

  @TempDir Path folder;

  @BeforeEach
  void forgetWhatOthersIndexed(Indices indices) {
    Ways.forget(indices);
  }

  @Test
  void areRepeatedAfterKillsInTheirMiddle(
      Database undisturbed, Database disturbed, Indices indices, Topics topics) throws Exception {
    Holdings expected = Ways.atOnce(EVENTS, undisturbed, indices, folder);
    String topic = topics.topic(2);
    String source = EventsMove.export(topics.address(topic));
    EventsMove move =
        EventsMove.into(disturbed, indices.address()).with("--rounds", "--job=cut-short");
    RoundsOf rounds = new RoundsOf(disturbed);
    List<String> cutShort = new ArrayList<>();
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      try (PulseProcess job = move.start(source)) {
        rounds.awaitIdle(job);
        rounds.holdUp("pulse.read_ranges", job, () -> send(feed, 0, 1_000), job::kill);
        cutShort.addAll(rounds.last());
      }
      try (PulseProcess job = move.start(source)) {
        rounds.awaitIdle(job);
        rounds.holdUp("activity.user_days", job, () -> send(feed, 1_000, 2_000), job::kill);
        cutShort.addAll(rounds.last());
      }
      send(feed, 2_000, 3_000);
    }

    RunReport report = move.with("--until=end").move(source);

    System.out.println("rounds | cut short: " + cutShort + " of " + rounds.all());
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(EVENTS.lines().size());
    assertThat(report.refused()).isEqualTo(EVENTS.bad());
    assertThat(report.deadLettersKept()).isEqualTo(EVENTS.bad());
    assertThat(move.holdings().differences(expected)).isEmpty();
    assertThat(rounds.all()).containsAll(cutShort);
  }

  private static void send(Feed feed, int from, int to) {
    Feed unused = feed.send(EVENTS.lines().subList(from, to));
  }

  @Test
  void runOnceAtATimeAndStopWhenAsked(Database database, Indices indices, Topics topics)
      throws Exception {
    String topic = topics.topic(2);
    String source = EventsMove.export(topics.address(topic));
    EventsMove move =
        EventsMove.into(database, indices.address())
            .with("--rounds", "--job=once", "--runner=direct", "--aggregates=off");
    RoundsOf rounds = new RoundsOf(database);
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      send(feed, 0, 400);
      try (PulseProcess job = move.start(source)) {
        rounds.awaitIdle(job);
        PulseCommand second = move.run(source);
        assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(second.err()).contains("The job \"once\" is running already", "--job=once-2");
        rounds.holdUp(
            "pulse.read_ranges",
            job,
            () -> send(feed, 400, 800),
            () -> assertThat(job.terminate()).as("exit code of SIGTERM").isEqualTo(143));
      }
    }
    assertStopped(database);

    RunReport report = move.with("--until=end").move(source);

    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(800);
    assertThat(report.delivered().get("postgres")).isEqualTo(report.accepted());
    assertThat(database.one("select count(*) from activity.events"))
        .isEqualTo(String.valueOf(EVENTS.rowsOf(800)));
  }

  private static void assertStopped(Database database) throws Exception {
    PulseCommand status = PulseCommand.run("status", "--json", "--ledger=" + database.sink());
    JsonNode job = new ObjectMapper().readTree(status.out()).path("jobs").path(0);
    assertThat(job.path("job").asText()).isEqualTo("once");
    assertThat(job.path("state").asText()).isEqualTo("stopped");
    assertThat(job.path("round").asLong()).isGreaterThan(1);
    assertThat(job.path("partitions")).hasSize(2);
    assertThat(job.path("lag").asLong()).isBetween(1L, 400L);
    assertThat(PulseCommand.run("status", "--job=once", "--ledger=" + database.sink()).out())
        .contains("round", "partition  committed");
  }
}
