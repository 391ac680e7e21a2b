package io.cloudpulse.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.runners.Landing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch on a Flink cluster leaves what it leaves on embedded Flink, also if a part of the cluster
 * dies while it runs; and it tells what it failed of.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith({FlinkCluster.Resolver.class, PostgresServer.class, ElasticsearchServer.class})
class FlinkClusterIT {
  @TempDir private static Path folder;

  private OrdersBatch batch;

  @BeforeAll
  void moveInThisProcess(Database database, Indices indices) throws Exception {
    batch = OrdersBatch.moved(folder, database, indices);
  }

  @Test
  void movesABatch(FlinkCluster cluster, Database database, Indices indices) throws Exception {
    Path report = batch.report();
    List<String> args = batch.args(database.sink(), indices, report);
    try (FlinkDriver driver = FlinkDriver.launch(cluster, args)) {
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    batch.assertSame(report, database, indices);
  }

  @Test
  void outlivesATaskManager(FlinkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = batch.report();
    List<String> args = batch.args(database.sink(), indices, report);
    try (FlinkDriver driver = FlinkDriver.launch(cluster, args)) {
      OrdersBatch.awaitDelivered(driver::isAlive, database);
      cluster.killTaskManagerAtWork();
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    batch.assertSame(report, database, indices);
  }

  /** The launcher knows a password that the cluster does not. */
  @Test
  void tellsWhatItFailedOf(FlinkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = batch.report();
    String sink = database.sink("127.0.0.1", "secret://env/PULSE_TEST_WORD");
    Map<String, String> environment = Map.of("PULSE_TEST_WORD", database.password());
    List<String> args = batch.args(sink, indices, report);
    try (FlinkDriver driver = FlinkDriver.launch(cluster, args, environment)) {
      assertThat(driver.exitCode()).isEqualTo(5);
      assertThat(driver.said())
          .containsPattern("The run failed: the runner ended the job as FAILED: .*PULSE_TEST_WORD");
    }
    assertThat(database.query("select state from pulse.runs")).containsExactly("failed");
    Landing.drop(OrdersBatch.ORDERS, indices);
  }
}
