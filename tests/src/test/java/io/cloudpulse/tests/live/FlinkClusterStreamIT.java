package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.cluster.FlinkCluster;
import io.cloudpulse.tests.cluster.FlinkDriver;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream on a Flink cluster comes to the rows of an undisturbed batch: if a part of the cluster
 * dies, if it is stopped with a savepoint and resumed, and if its launcher is told to end.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith({
  FlinkCluster.Resolver.class,
  PostgresServer.class,
  ElasticsearchServer.class,
  KafkaServer.class
})
class FlinkClusterStreamIT {
  private static final ShopEvents EVENTS = ShopEvents.generated(40_000, 19);
  private static final int HALF = 20_000;

  @TempDir private static Path folder;

  private Holdings expected;

  @BeforeAll
  void moveTheFileUndisturbed(Database database, Indices indices) throws Exception {
    Ways.forget(indices);
    EventsMove move = EventsMove.into(database, indices.address());
    RunReport report = move.move("files:" + EVENTS.write(folder.resolve("events.csv")));
    assertThat(report.exitCode()).isZero();
    expected = move.holdings();
    Ways.print("undisturbed", expected);
    Ways.forget(indices);
  }

  @Test
  void outlivesATaskManager(FlinkCluster cluster, Database database, Indices indices, Topics topics)
      throws Exception {
    Ways.forget(indices);
    String topic = topics.topic(4);
    send(topics, topic, EVENTS.lines());
    Path report = folder.resolve("killed.json");
    List<String> args = args(cluster, topics, topic, database, indices);
    args.add("--until=end");
    args.add("--report=" + report);
    try (FlinkDriver driver = FlinkDriver.launch(cluster, args)) {
      String job = awaitJob(cluster, driver);
      soon(driver, () -> cluster.rest().checkpoints(job) > 0 && stored(database) > 0);
      cluster.killTaskManagerAtWork();
      soon(driver, () -> cluster.rest().restored(job).hasNonNull("id"));
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    assertWhole(new ObjectMapper().readValue(report.toFile(), RunReport.class));
    Holdings rows = Holdings.in(database, indices.address());
    Ways.print("TaskManager killed", rows);
    assertThat(rows.differences(expected)).isEmpty();
  }

  @Test
  void goesOnFromASavepoint(FlinkCluster cluster, Database database, Indices indices, Topics topics)
      throws Exception {
    Ways.forget(indices);
    String topic = topics.topic(4);
    List<String> args = args(cluster, topics, topic, database, indices);
    send(topics, topic, EVENTS.lines().subList(0, HALF));
    String savepoint;
    try (FlinkDriver driver = FlinkDriver.launch(cluster, args)) {
      String job = awaitJob(cluster, driver);
      soon(driver, () -> stored(database) > 0);
      savepoint = cluster.rest().stop(job, cluster.sharedFolder("savepoints"));
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    send(topics, topic, EVENTS.lines().subList(HALF, EVENTS.lines().size()));
    args.add("--savepointPath=" + savepoint);
    try (FlinkDriver driver = FlinkDriver.launch(cluster, args)) {
      String job = awaitJob(cluster, driver);
      soon(driver, () -> stored(database) == EVENTS.rows());
      assertThat(cluster.rest().restored(job).path("is_savepoint").asBoolean()).isTrue();
      assertThat(driver.terminate()).as(driver.said()).isEqualTo(143);
      assertThat(cluster.rest().state(job)).isIn("CANCELLING", "CANCELED");
    }
    assertThat(database.query("select state from pulse.runs")).containsExactly("stopped");
    EventsMove last = EventsMove.into(database, indices.address()).with("--job=" + topic);
    assertWhole(last.with("--until=end").move(EventsMove.export(topics.address(topic))));
    Ways.print("savepoint", last.holdings());
    assertThat(last.holdings().differences(expected)).isEmpty();
  }

  @Test
  void runsOnceAtATimeThoughItsLauncherIsGone(
      FlinkCluster cluster, Database database, Indices indices, Topics topics) throws Exception {
    Ways.forget(indices);
    String topic = topics.topic(2);
    List<String> args = args(cluster, topics, topic, database, indices);
    String job;
    try (FlinkDriver driver = FlinkDriver.launch(cluster, args)) {
      job = awaitJob(cluster, driver);
      driver.kill();
    }
    try (FlinkDriver again = FlinkDriver.launch(cluster, args)) {
      assertThat(again.exitCode()).isEqualTo(5);
      assertThat(again.said()).contains("The job runs already, as " + job + " on ");
    }
    cluster.rest().cancel(job);
  }

  private static void assertWhole(RunReport report) {
    assertThat(report.exitCode()).isZero();
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(EVENTS.lines().size());
    assertThat(report.deadLettersKept()).isEqualTo(EVENTS.bad());
  }

  private static List<String> args(
      FlinkCluster cluster, Topics topics, String topic, Database database, Indices indices) {
    List<String> args = new ArrayList<>();
    args.add("run");
    args.add("--dataset=activity.events");
    args.add("--source=" + EventsMove.export(topics.address(topic)));
    args.add("--sink=" + database.sink() + "," + indices.address());
    args.add("--job=" + topic);
    args.add("--checkpointingInterval=1000");
    args.add("--stateBackendStoragePath=" + cluster.sharedFolder("checkpoints"));
    return args;
  }

  private static void send(Topics topics, String topic, List<String> lines) {
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(lines);
    }
  }

  private static String awaitJob(FlinkCluster cluster, FlinkDriver driver) throws IOException {
    soon(driver, () -> cluster.rest().running().isPresent());
    return cluster.rest().running().orElseThrow();
  }

  private static void soon(FlinkDriver driver, Callable<Boolean> condition) throws IOException {
    await()
        .atMost(Duration.ofMinutes(8))
        .pollInterval(Duration.ofMillis(100))
        .failFast("the launcher ended", () -> !driver.isAlive())
        .until(condition);
  }

  private static int stored(Database database) throws SQLException {
    boolean begun = !database.one("select to_regclass('activity.events')").equals("null");
    return begun ? Integer.parseInt(database.one("select count(*) from activity.events")) : 0;
  }
}
