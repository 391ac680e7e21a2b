package io.cloudpulse.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch on a Spark cluster leaves what it leaves on embedded Flink, also if a part of the cluster
 * dies at once while it runs, with all that it held in memory.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith({SparkCluster.Resolver.class, PostgresServer.class, ElasticsearchServer.class})
class SparkClusterIT {
  @TempDir private static Path folder;

  private OrdersBatch batch;

  @BeforeAll
  void moveOnFlink(Database flink, Indices indices) throws Exception {
    batch = OrdersBatch.moved(folder, flink, indices);
  }

  @Test
  void movesABatchByTheLauncher(SparkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = batch.report();
    try (SparkDriver driver =
        SparkDriver.launch(cluster, batch.args(database.sink(), indices, report))) {
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    batch.assertSame(report, database, indices);
  }

  @Test
  void movesABatchBySparkSubmit(SparkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = batch.report();
    try (SparkDriver driver =
        SparkDriver.submit(cluster, batch.args(database.sink(), indices, report))) {
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    batch.assertSame(report, database, indices);
  }

  @Test
  void outlivesAnExecutor(SparkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = batch.report();
    try (SparkDriver driver =
        SparkDriver.launch(cluster, batch.args(database.sink(), indices, report))) {
      OrdersBatch.awaitDelivered(driver.process()::isAlive, database);
      ProcessHandle executor = cluster.executors().get(0);
      assertThat(executor.destroyForcibly()).isTrue();
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    batch.assertSame(report, database, indices);
  }

  @Test
  void goesOnAfterItsDriverDied(SparkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = batch.report();
    List<String> args = batch.args(database.sink(), indices, report);
    try (SparkDriver driver = SparkDriver.launch(cluster, args)) {
      OrdersBatch.awaitDelivered(driver.process()::isAlive, database);
      driver.kill();
    }
    assertThat(database.query("select state from pulse.runs")).containsExactly("running");
    await().atMost(Duration.ofMinutes(5)).until(() -> cluster.executors().isEmpty());
    try (SparkDriver again = SparkDriver.launch(cluster, args)) {
      assertThat(again.exitCode()).as(again.said()).isZero();
    }
    batch.assertSame(report, database, indices);
  }
}
