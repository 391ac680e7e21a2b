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
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.runners.Landing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Files of orders, some bad and some twice, large enough that a part of a cluster may die while
 * they are moved; and what embedded Flink makes of them.
 */
record OrdersBatch(Path folder, Landing expected) {
  static final Dataset ORDERS = Datasets.named("northwind.orders");
  private static final int ROWS_A_FILE = 40_000;
  private static final int FILES = 4;
  private static final int ROWS = ROWS_A_FILE * FILES;

  /** Makes the files, and moves them in this process. */
  static OrdersBatch moved(Path folder, Database database, Indices indices) throws Exception {
    for (int i = 0; i < FILES; i++) {
      Recipe recipe = new Recipe(ORDERS, ORDERS.layouts().get(0), ROWS_A_FILE, i, 0.01, 0.05);
      var unused = GeneratedFile.write(recipe, folder.resolve("orders" + i + ".csv"));
    }
    Landing.drop(ORDERS, indices);
    Path report = report(folder);
    PulseCommand ended =
        PulseCommand.run(args(folder, database.sink(), indices, report).toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    OrdersBatch batch = new OrdersBatch(folder, landing(report, database, indices));
    assertThat(batch.expected.deadLetters()).hasSize(ROWS / 100);
    return batch;
  }

  /** A file for a run's report. */
  Path report() throws IOException {
    return report(folder);
  }

  private static Path report(Path folder) throws IOException {
    return Files.createTempFile(folder, "report", ".json");
  }

  /** What is typed to move them. */
  List<String> args(String sink, Indices indices, Path report) {
    return args(folder, sink, indices, report);
  }

  private static List<String> args(Path folder, String sink, Indices indices, Path report) {
    List<String> args = new ArrayList<>();
    args.add("run");
    args.add("--dataset=" + ORDERS.name());
    args.add("--source=files:" + folder.resolve("orders*.csv"));
    args.add("--sink=" + sink + "," + indices.address());
    args.add("--report=" + report);
    return args;
  }

  /** Waits until a good part is stored, and a good part is not. */
  static void awaitDelivered(BooleanSupplier runs, Database database) {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(20))
        .failFast("the run ended by itself", () -> !runs.getAsBoolean())
        .until(() -> delivered(database) >= ROWS / 8);
    assertThat(runs.getAsBoolean()).isTrue();
  }

  private static long delivered(Database database) throws SQLException {
    if (database.one("select to_regclass('pulse.sink_ranges') is null").equals("t")) {
      return 0;
    }
    return Long.parseLong(
        database.one("select coalesce(sum(delivered), 0) from pulse.sink_ranges"));
  }

  void assertSame(Path report, Database database, Indices indices) throws Exception {
    Landing landed = landing(report, database, indices);
    assertThat(landed.numbers()).isEqualTo(expected.numbers()).endsWith("[]");
    assertThat(landed.differences(expected)).isEmpty();
    assertThat(landed.deadLetters()).isEqualTo(expected.deadLetters());
  }

  private static Landing landing(Path report, Database database, Indices indices) throws Exception {
    RunReport read = new ObjectMapper().readValue(report.toFile(), RunReport.class);
    return Landing.of(read, List.of(ORDERS), database, indices);
  }
}
