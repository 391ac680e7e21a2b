package io.cloudpulse.tests.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.ReadTable;
import io.cloudpulse.transforms.postgres.TableMark;
import io.cloudpulse.transforms.postgres.TableOrigin;
import io.cloudpulse.transforms.postgres.TablePart;
import io.cloudpulse.transforms.postgres.TableSnapshot;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A table is moved as it was when the run began, whatever becomes of it and of the launcher. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class})
class SnapshotIT {
  private static final Dataset ORDERS = Datasets.resolve("northwind.orders");

  @Test
  void aRowThatChangesMeanwhileIsReadOnceAndAsItWas(Database from, Database to, Indices indices)
      throws Exception {
    Migration.of("northwind.orders", from, to, indices).load(40);
    List<String> before = from.query("select order_id, freight, _version from northwind.orders");
    PostgresAddress database = PostgresAddress.parse(from.sink());
    try (TableSnapshot snapshot = TableSnapshot.in(database)) {
      List<TablePart> parts = snapshot.partsWithDeleted(ORDERS);
      from.execute("update northwind.orders set freight = 1, _version = _version + 9");
      from.execute("delete from northwind.orders where order_id % 2 = 0");

      Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
      PAssert.that(rows(pipeline, database, parts)).containsInAnyOrder(before);
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void saysSoWhenItsHolderIsGone(Database from, Database to, Indices indices) throws Exception {
    Migration.of("northwind.orders", from, to, indices).load(4);
    PostgresAddress database = PostgresAddress.parse(from.sink());
    TableSnapshot snapshot = TableSnapshot.in(database);
    List<TablePart> parts = snapshot.partsWithDeleted(ORDERS);
    snapshot.close();

    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    var unused = rows(pipeline, database, parts);
    assertThatThrownBy(() -> pipeline.run().waitUntilFinish())
        .hasMessageContaining("is gone: whoever launched this held it, and has ended");
  }

  private static org.apache.beam.sdk.values.PCollection<String> rows(
      Pipeline pipeline, PostgresAddress database, List<TablePart> parts) {
    TableOrigin origin = new TableOrigin(ORDERS, database, "run", true, null, TableMark.NONE);
    PCollectionTuple read = pipeline.apply(ReadTable.of(origin, parts));
    int freight = ORDERS.indexOf("freight");
    return read.get(ReadOutputs.RECORDS)
        .apply(
            MapElements.into(TypeDescriptors.strings())
                .via(row -> row.values()[0] + "|" + row.values()[freight] + "|" + row.version()));
  }

  /** The sink holds half of the rows, the launcher is killed, and with it the snapshot. */
  @Test
  void aKilledRunIsRunAgain(Database from, Database to, Indices indices) throws Exception {
    Migration migration = Migration.of("northwind.orders", from, to, indices).load(1);
    assertThat(migration.move().exitCode()).isZero();
    from.execute(
        "insert into northwind.orders (order_id, customer_id, employee_id, order_date, _version)"
            + " select n, 'AAAAA', 1, '2024-01-01', n from generate_series(1000001, 1020000) n");
    to.execute(
        """
        create function wait_for_test() returns trigger language plpgsql as
          'begin perform pg_advisory_xact_lock(42); return new; end';
        create trigger wait_for_test before insert on northwind.orders for each row
          when (new.order_id = 1010000) execute function wait_for_test()""");

    killHalfway(from, to);
    assertThat(Long.parseLong(to.one("select count(*) from northwind.orders"))).isLessThan(20001);
    from.execute("update northwind.orders set freight = 2, _version = _version + 10");

    assertThat(migration.move().exitCode()).isZero();
    migration.assertEqualRows();
  }

  private static void killHalfway(Database from, Database to) throws Exception {
    try (Connection gate = to.connect();
        Statement lock = gate.createStatement()) {
      var unused = lock.execute("select pg_advisory_lock(42)");
      try (PulseProcess run =
          PulseProcess.start(
              "run",
              "--dataset=northwind.orders",
              "--source=" + from.sink(),
              "--sink=" + to.sink(),
              "--runner=direct")) {
        Awaitility.await()
            .atMost(Duration.ofMinutes(3))
            .until(() -> Long.parseLong(to.one("select count(*) from northwind.orders")) > 2000);
        int killed = run.kill();
        assertThat(killed).isNotZero();
      }
    }
  }
}
