package io.cloudpulse.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.generate.GeneratedFile;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.runners.Landing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
  private static final Dataset ORDERS = Datasets.named("northwind.orders");
  private static final int ROWS_A_FILE = 40_000;
  private static final int FILES = 4;
  private static final int ROWS = ROWS_A_FILE * FILES;

  @TempDir private static Path folder;

  private Landing expected;

  @BeforeAll
  void moveOnFlink(Database flink, Indices indices) throws Exception {
    for (int i = 0; i < FILES; i++) {
      Recipe recipe = new Recipe(ORDERS, ORDERS.layouts().get(0), ROWS_A_FILE, i, 0.01, 0.05);
      var unused = GeneratedFile.write(recipe, folder.resolve("orders" + i + ".csv"));
    }
    Landing.drop(ORDERS, indices);
    Path report = Files.createTempFile(folder, "report", ".json");
    PulseCommand ended = PulseCommand.run(args(flink, indices, report).toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    expected = landing(report, flink, indices);
    assertThat(expected.deadLetters()).hasSize(ROWS / 100);
  }

  @Test
  void movesABatchByTheLauncher(SparkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = Files.createTempFile(folder, "report", ".json");
    try (SparkDriver driver = SparkDriver.launch(cluster, args(database, indices, report))) {
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    assertSame(landing(report, database, indices));
  }

  @Test
  void movesABatchBySparkSubmit(SparkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = Files.createTempFile(folder, "report", ".json");
    try (SparkDriver driver = SparkDriver.submit(cluster, args(database, indices, report))) {
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    assertSame(landing(report, database, indices));
  }

  @Test
  void outlivesAnExecutor(SparkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = Files.createTempFile(folder, "report", ".json");
    try (SparkDriver driver = SparkDriver.launch(cluster, args(database, indices, report))) {
      awaitDelivered(driver, database);
      ProcessHandle executor = cluster.executors().get(0);
      assertThat(executor.destroyForcibly()).isTrue();
      assertThat(driver.exitCode()).as(driver.said()).isZero();
    }
    assertSame(landing(report, database, indices));
  }

  @Test
  void goesOnAfterItsDriverDied(SparkCluster cluster, Database database, Indices indices)
      throws Exception {
    Path report = Files.createTempFile(folder, "report", ".json");
    List<String> args = args(database, indices, report);
    try (SparkDriver driver = SparkDriver.launch(cluster, args)) {
      awaitDelivered(driver, database);
      driver.kill();
    }
    assertThat(database.query("select state from pulse.runs")).containsExactly("running");
    await().atMost(Duration.ofMinutes(5)).until(() -> cluster.executors().isEmpty());
    try (SparkDriver again = SparkDriver.launch(cluster, args)) {
      assertThat(again.exitCode()).as(again.said()).isZero();
    }
    assertSame(landing(report, database, indices));
  }

  private void assertSame(Landing landed) {
    assertThat(landed.numbers()).isEqualTo(expected.numbers()).endsWith("[]");
    assertThat(landed.differences(expected)).isEmpty();
    assertThat(landed.deadLetters()).isEqualTo(expected.deadLetters());
  }

  private static Landing landing(Path report, Database database, Indices indices) throws Exception {
    RunReport read = new ObjectMapper().readValue(report.toFile(), RunReport.class);
    return Landing.of(read, List.of(ORDERS), database, indices);
  }

  private static List<String> args(Database database, Indices indices, Path report) {
    List<String> args = new ArrayList<>();
    args.add("run");
    args.add("--dataset=" + ORDERS.name());
    args.add("--source=files:" + folder.resolve("orders*.csv"));
    args.add("--sink=" + database.sink() + "," + indices.address());
    args.add("--report=" + report);
    return args;
  }

  /** Until a good part is stored, and a good part is not. */
  private static void awaitDelivered(SparkDriver driver, Database database) {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(20))
        .failFast("the run ended by itself", () -> !driver.process().isAlive())
        .until(() -> delivered(database) >= ROWS / 8);
    assertThat(driver.process().isAlive()).isTrue();
  }

  private static long delivered(Database database) throws SQLException {
    if (database.one("select to_regclass('pulse.sink_ranges') is null").equals("t")) {
      return 0;
    }
    return Long.parseLong(
        database.one("select coalesce(sum(delivered), 0) from pulse.sink_ranges"));
  }
}
