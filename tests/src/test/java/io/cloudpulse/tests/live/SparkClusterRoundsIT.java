package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.cluster.SparkCluster;
import io.cloudpulse.tests.cluster.SparkDriver;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rounds of a job share what they have of a cluster, and come to what one batch comes to. */
@Tag("matrix")
@ExtendWith({
  SparkCluster.Resolver.class,
  PostgresServer.class,
  ElasticsearchServer.class,
  KafkaServer.class
})
class SparkClusterRoundsIT {
  private static final ShopEvents EVENTS = ShopEvents.generated(6_000, 29);

  @TempDir private Path folder;

  @Test
  void areOneApplicationThatOutlivesAnExecutor(
      SparkCluster cluster, Database atOnce, Database inRounds, Indices indices, Topics topics)
      throws Exception {
    Holdings expected = Ways.atOnce(EVENTS, atOnce, indices, folder);
    Ways.forget(indices);
    String topic = topics.topic(2);
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(EVENTS.lines());
    }
    Path report = folder.resolve("report.json");
    List<String> args =
        EventsMove.into(inRounds, indices.address())
            .with("--mode=streaming", "--until=end", "--roundSize=600", "--report=" + report)
            .args(EventsMove.export(topics.address(topic)));
    Set<String> before = cluster.applications();

    try (SparkDriver driver = SparkDriver.launch(cluster, args)) {
      awaitSecondRound(driver, inRounds);
      assertThat(cluster.executors().get(0).destroyForcibly()).isTrue();
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }

    Set<String> since = new TreeSet<>(cluster.applications());
    since.removeAll(before);
    assertThat(since).hasSize(1);
    assertThat(Long.parseLong(inRounds.one("select max(round) from pulse.rounds")))
        .isGreaterThanOrEqualTo(5);
    RunReport told = new ObjectMapper().readValue(report.toFile(), RunReport.class);
    assertThat(told.imbalance()).isEmpty();
    assertThat(told.read()).isEqualTo(EVENTS.lines().size());
    assertThat(told.deadLettersKept()).isEqualTo(EVENTS.bad());
    assertThat(Holdings.in(inRounds, indices.address()).differences(expected)).isEmpty();
  }

  private static void awaitSecondRound(SparkDriver driver, Database database) {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(50))
        .failFast("the run ended by itself", () -> !driver.process().isAlive())
        .until(() -> roundsDone(database) >= 1);
  }

  private static long roundsDone(Database database) throws SQLException {
    if (database.one("select to_regclass('pulse.rounds') is null").equals("t")) {
      return 0;
    }
    return Long.parseLong(
        database.one("select count(distinct round) from pulse.rounds where state = 'done'"));
  }
}
