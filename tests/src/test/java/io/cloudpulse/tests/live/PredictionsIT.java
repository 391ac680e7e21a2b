package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.schemas.activity.ActivityDatasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.tests.likelihood.SomeModel;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How likely a purchase is, told by a real stream and by batches. */
@ExtendWith({PostgresServer.class, KafkaServer.class})
class PredictionsIT {
  private static final String LAST =
      "select user_id, events, carts, likelihood, model from activity.predictions";

  @TempDir Path temp;

  /** By a model that was fitted to half of these events: its trees look at all there is. */
  @Test
  void batchStreamAndRoundsTellTheSame(
      Database batch, Database stream, Database rounds, Topics topics) throws Exception {
    ShopEvents events = ShopEvents.generated(1_200, 6);
    Path file = events.write(temp.resolve("events.csv"));
    PulseCommand trained =
        PulseCommand.run(
            "train",
            "--dataset=activity.events",
            "--source=files:" + file,
            "--model=" + models(),
            "--split=0.5",
            "--sessionGap=PT1M",
            "--ledger=" + batch.sink());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    String topic = topics.topic(2);
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(events.doubledAndShuffled(3).lines());
    }
    String source = EventsMove.export(topics.address(topic)) + "&";

    run(batch, "files:" + file, "--sessionGap=PT1M");
    run(stream, source, "--sessionGap=PT1M", "--until=end", "--allowedLateness=P30D");
    run(rounds, source, "--sessionGap=PT1M", "--until=end", "--rounds", "--roundSize=300");

    Rows expected = Rows.in(batch, ActivityDatasets.PREDICTIONS);
    assertThat(expected.count()).isEqualTo(60);
    assertThat(batch.one("select count(distinct likelihood) > 20 from activity.predictions"))
        .as("a model that tells users apart")
        .isEqualTo("t");
    assertThat(Rows.in(stream, ActivityDatasets.PREDICTIONS).differences(expected)).isEmpty();
    assertThat(Rows.in(rounds, ActivityDatasets.PREDICTIONS).differences(expected)).isEmpty();
  }

  @Test
  void aRunningStreamTakesANewModelUpAndKeepsItInsteadOfOneThatDoesNotFit(
      Database database, Topics topics) throws Exception {
    String first = SomeModel.publish(temp.resolve("models"), 0.125, 0.5);
    String topic = topics.topic(1);
    List<String> args = args(database, topics.address(topic), "--job=live", "--quiet");
    try (PulseProcess job = PulseProcess.start(args.toArray(String[]::new));
        Feed feed = Feed.to(topics.bootstrap(), topic)) {
      send(feed, "view", 0);
      awaitRow(database, job, "7|1|0|0.125|" + first);

      String second = SomeModel.publish(temp.resolve("models"), 0.25, 0.75);
      awaitEventByEvent(database, job, feed, second);
      String misfit = SomeModel.publishMisfit(temp.resolve("models"));
      send(feed, "cart", 300);
      awaitLast(database, job, "1|0.75|" + second);

      String fourth = SomeModel.publish(temp.resolve("models"), 0.25, 0.875);
      awaitEventByEvent(database, job, feed, fourth);
      assertThat(database.query(LAST + " where model = '" + misfit + "'")).isEmpty();
    }
  }

  @Test
  void aModelThatDoesNotFitIsRefusedBeforeAnythingIsWritten(Database database) throws Exception {
    Path file = ShopEvents.generated(10, 1).write(temp.resolve("events.csv"));
    String misfit = SomeModel.publishMisfit(temp.resolve("models"));

    PulseCommand refused = PulseCommand.run(args(database, "files:" + file).toArray(String[]::new));

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err())
        .contains(
            models()
                + "/"
                + misfit
                + " cannot be used: it wants clicks (LOG), which is not there;"
                + " it does not know events (LOG), views (LOG)",
            "it was fitted with sessionGap null, not PT30M. Fit one that can: ./pulse train");
    assertThat(database.one("select to_regclass('activity.events')")).isEqualTo("null");
  }

  /** One event after the other, as long as the new model is not seen. */
  private void awaitEventByEvent(Database database, PulseProcess job, Feed feed, String model) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              assertThat(job.isAlive()).isTrue();
              send(feed, "view", feed.sent());
              return database.one(LAST).endsWith("|" + model);
            });
  }

  private static void awaitRow(Database database, PulseProcess job, String row) {
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .untilAsserted(
            () -> {
              assertThat(job.isAlive()).isTrue();
              assertThat(database.query(LAST)).containsExactly(row);
            });
  }

  private static void awaitLast(Database database, PulseProcess job, String end) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              assertThat(job.isAlive()).isTrue();
              assertThat(database.one(LAST)).endsWith("|" + end);
            });
  }

  private static void send(Feed feed, String action, int second) {
    String time = "2026-11-20T12:%02d:%02dZ".formatted(second / 60, second % 60);
    var unused =
        feed.send(
            List.of(
                "{\"user_id\": 7, \"action\": \"%s\", \"timestamp\": \"%s\"}"
                    .formatted(action, time)));
  }

  private void run(Database database, String source, String... more) {
    PulseCommand ended = PulseCommand.run(args(database, source, more).toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  private List<String> args(Database database, String source, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "run",
                "--dataset=activity.events",
                "--source=" + source,
                "--sink=" + database.sink(),
                "--model=" + models()));
    args.addAll(List.of(more));
    return args;
  }

  private Path models() {
    return temp.resolve("models");
  }
}
