package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.kit.bigquery.BigQueryServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of PostgreSQL move to BigQuery, and {@code verify} compares both ends. */
@ExtendWith({BigQueryServer.class, PostgresServer.class})
class BigQueryMigrationIT {
  private static final String HOME = "migrated";

  @TempDir private Path folder;
  private BigQuery bigquery;

  @AfterEach
  void drop() {
    bigquery.drop(HOME);
  }

  private void fill(String dataset, int rows, Database from) {
    Path file = folder.resolve("rows.csv");
    PulseCommand made =
        PulseCommand.run(
            "generate", "--dataset=" + dataset, "--rows=" + rows, "--seed=7", "--out=" + file);
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(Moving.of(dataset, from).move(file).exitCode()).isZero();
  }

  private PulseCommand pulse(String command, String dataset, Database from, String... more) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                command,
                "--dataset=" + dataset,
                "--source=" + from.sink(),
                "--sink=" + bigquery.address(HOME),
                "--ledger=" + from.sink()));
    flags.addAll(List.of(more));
    return PulseCommand.run(flags.toArray(String[]::new));
  }

  private void assertEqual(String dataset, Database from, String runner) throws Exception {
    Dataset rows = Datasets.named(dataset);
    assertThat(Rows.inBigQuery(bigquery.address(HOME), rows).differences(Rows.in(from, rows)))
        .isEmpty();
    PulseCommand verified = pulse("verify", dataset, from, "--runner=" + runner);
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "northwind.orders",
        "northwind.order_details",
        "northwind.customers",
        "northwind.products",
        "northwind.employees",
        "northwind.suppliers",
        "northwind.employee_territories",
        "northwind.categories"
      })
  void movesEachDatasetOfNorthwind(String dataset, BigQuery given, Database from) throws Exception {
    bigquery = given;
    fill(dataset, 200, from);

    PulseCommand moved = pulse("run", dataset, from, "--runner=flink");

    assertThat(moved.exitCode()).as(moved.toString()).isZero();
    assertEqual(dataset, from, "flink");
  }

  @Test
  void anIncrementalRunMovesThreeRowsThatChanged(BigQuery given, Database from) throws Exception {
    bigquery = given;
    fill("northwind.orders", 200, from);
    PulseCommand first = pulse("run", "northwind.orders", from, "--incremental", "--runner=direct");
    assertThat(first.exitCode()).as(first.toString()).isZero();
    from.execute(
        "update northwind.orders set freight = 7.25, _version = _version + 2097152"
            + " where order_id in (select order_id from northwind.orders order by 1 limit 3)");

    PulseCommand second =
        pulse("run", "northwind.orders", from, "--incremental", "--runner=direct");

    assertThat(second.exitCode()).as(second.toString()).isZero();
    assertThat(
            from.one(
                "select report->>'read', report->'delivered'->>'bigquery' from pulse.runs"
                    + " where source like 'jdbc:%' order by started_at desc limit 1"))
        .isEqualTo("3|3");
    assertEqual("northwind.orders", from, "direct");
  }

  @Test
  void aColumnMayBeNamedLikeItsTable(BigQuery given, Database from) throws Exception {
    bigquery = given;
    Path dataset = folder.resolve("thing.yaml");
    java.nio.file.Files.writeString(
        dataset,
        "dataset: tests.thing\ndescription: Things.\nfields:\n"
            + "  thing: {type: string, required: true}\n  size: {type: int64}\n"
            + "key: [thing]\n");
    Path file = folder.resolve("things.csv");
    java.nio.file.Files.writeString(file, "thing,size\nanvil,7\nbolt,\n");
    assertThat(Moving.of(dataset.toString(), from).run(file).exitCode()).isZero();

    PulseCommand moved = pulse("run", dataset.toString(), from, "--runner=direct");
    PulseCommand verified = pulse("verify", dataset.toString(), from, "--runner=direct");

    assertThat(moved.exitCode()).as(moved.toString()).isZero();
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
    assertThat(verified.out()).contains("matching       2\n");
  }

  @Test
  void verifyFindsWhatIsMissingExtraOrDifferent(BigQuery given, Database from) throws Exception {
    bigquery = given;
    fill("northwind.shippers", 9, from);
    assertThat(pulse("run", "northwind.shippers", from, "--runner=direct").exitCode()).isZero();
    from.execute(
        """
        update northwind.shippers set phone = '1' where shipper_id = (
          select min(shipper_id) from northwind.shippers);
        update northwind.shippers set _version = _version + 1 where shipper_id = (
          select max(shipper_id) from northwind.shippers);
        insert into northwind.shippers (shipper_id, company_name, _version)
          values (1000001, 'Missing', 1);
        delete from northwind.shippers where shipper_id = (
          select shipper_id from northwind.shippers order by 1 limit 1 offset 1)""");

    PulseCommand found = pulse("verify", "northwind.shippers", from, "--runner=direct");

    assertThat(found.exitCode()).as(found.toString()).isEqualTo(6);
    assertThat(found.out())
        .contains("matching       6\nmissing        1\nextra          1\ndifferent      2\n")
        .containsPattern("phone +expected \"1\", found \"");
  }
}
