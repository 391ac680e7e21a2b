package io.cloudpulse.tests.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dataset's table is a source like any other: its rows arrive with their versions. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class})
class MigrationIT {
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
  void movesEachDatasetOfNorthwindOnFlink(
      String dataset, Database from, Database to, Indices indices) throws Exception {
    Migration migration = Migration.of(dataset, from, to, indices).load(300);
    long rows = Long.parseLong(from.one("select count(*) from " + dataset));

    RunReport report = migration.move("--runner=flink");

    assertThat(report.exitCode()).as(report.toString()).isZero();
    assertThat(report.read()).isEqualTo(rows).isPositive();
    assertThat(report.delivered()).isEqualTo(Map.of("postgres", rows, "elasticsearch", rows));
    assertThat(report.superseded()).isEqualTo(Map.of("postgres", 0L, "elasticsearch", 0L));
    migration.assertEqualRows();
    migration.assertVerified("--runner=flink");
  }

  @Test
  void movesOnSparkToo(Database from, Database to, Indices indices) throws Exception {
    Migration migration = Migration.of("northwind.orders", from, to, indices).load(300);

    assertThat(migration.move("--runner=spark").exitCode()).isZero();

    migration.assertEqualRows();
    migration.assertVerified("--runner=spark");
  }

  @Test
  void anIncrementalRunMovesWhatChangedAndNothingElse(Database from, Database to, Indices indices)
      throws Exception {
    Migration migration = Migration.of("northwind.orders", from, to, indices).load(300);

    assertThat(migration.move("--incremental").read()).as("the first takes all").isEqualTo(300);
    assertThat(migration.move("--incremental").read()).as("nothing changed").isZero();

    from.execute(
        "update northwind.orders set freight = 7.25, _version = _version + 2097152"
            + " where order_id in (select order_id from northwind.orders order by 1 limit 3)");
    RunReport report = migration.move("--incremental");

    assertThat(report.exitCode()).as(report.toString()).isZero();
    assertThat(report.read()).isEqualTo(3);
    assertThat(report.delivered()).isEqualTo(Map.of("postgres", 3L, "elasticsearch", 3L));
    assertThat(report.superseded()).isEqualTo(Map.of("postgres", 0L, "elasticsearch", 0L));
    migration.assertEqualRows();
    migration.assertVerified();
  }

  @Test
  void anIncrementalRunFollowsAFullOneAndTakesARowOfAnOlderVersionToo(
      Database from, Database to, Indices indices) throws Exception {
    Migration migration = Migration.of("northwind.customers", from, to, indices).load(50);
    assertThat(migration.move().read()).isEqualTo(50);

    from.execute(
        "insert into northwind.customers (customer_id, company_name, country, _version)"
            + " values ('LATE1', 'Written late, true long ago', 'Chile', 1)");

    assertThat(migration.move("--incremental").read()).isEqualTo(1);
    migration.assertEqualRows();
  }

  @Test
  void aRunThatDidNotEndWellIsNoneToGoOnFrom(Database from, Database to, Indices indices)
      throws Exception {
    Migration migration = Migration.of("northwind.products", from, to, indices).load(20);
    assertThat(migration.move("--incremental").read()).isEqualTo(20);
    from.execute("update northwind.products set unit_price = 'NaN', _version = _version + 2097152");

    assertThat(migration.move("--incremental").exitCode()).as("too many refused").isEqualTo(4);
    from.execute("update northwind.products set unit_price = 2.50, _version = _version + 2097152");

    assertThat(migration.move("--incremental").read()).isEqualTo(20);
    migration.assertEqualRows();
  }

  @Test
  void deletedRowsTravelAsSuch(Database from, Database to, Indices indices) throws Exception {
    Migration migration = Migration.of("northwind.order_details", from, to, indices).load(60);
    migration.move("--incremental");
    long kept = Long.parseLong(from.one("select count(*) from northwind.order_details")) - 2;
    from.execute(
        """
        with gone as (
          delete from northwind.order_details
          where (order_id, product_id) in
            (select order_id, product_id from northwind.order_details order by 1, 2 limit 2)
          returning *)
        insert into pulse.tombstones (dataset, key, version)
        select 'northwind.order_details',
          length(order_id::text) || ':' || order_id || length(product_id::text) || ':' || product_id,
          _version + 2097152 from gone""");
    assertThat(migration.verify(to.sink()).exitCode()).as("two are extra").isEqualTo(6);

    RunReport report = migration.move("--incremental");

    assertThat(report.read()).isEqualTo(2);
    assertThat(report.counters()).containsEntry("deleted rows", 2L);
    assertThat(to.one("select count(*) from northwind.order_details")).isEqualTo("" + kept);
    migration.assertEqualRows();
    migration.assertVerified();
  }

  @Test
  void verifyFindsInBothSinksWhatIsMissingExtraOrDifferent(
      Database from, Database to, Indices indices) throws Exception {
    Migration migration = Migration.of("northwind.shippers", from, to, indices).load(9);
    migration.move();
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

    for (String sink : List.of(to.sink(), indices.address())) {
      PulseCommand found = migration.verify(sink);
      assertThat(found.exitCode()).as(found.toString()).isEqualTo(6);
      assertThat(found.out())
          .contains("matching       6\nmissing        1\nextra          1\ndifferent      2\n")
          .contains("shipper_id 1000001  (northwind.shippers in ")
          .containsPattern("phone +expected \"1\", found \"")
          .containsPattern("_version +expected \"\\d+\", found \"\\d+\"");
    }
  }

  @Test
  void refusesRowsThatNoRecordCanBeAndKeepsTheirNeighbours(
      Database from, Database to, Indices indices) throws Exception {
    Migration migration = Migration.of("northwind.products", from, to, indices).load(30);
    from.execute(
        "update northwind.products set unit_price = 'NaN' where product_id ="
            + " (select min(product_id) from northwind.products)");

    RunReport report = migration.move("--maxRefused=1");

    assertThat(report.exitCode()).as(report.toString()).isZero();
    assertThat(report.read()).isEqualTo(30);
    assertThat(report.refusedByReason()).isEqualTo(Map.of("type", 1L));
    assertThat(report.deadLettersKept()).isEqualTo(1);
    assertThat(to.one("select source, field, message from pulse.dead_letters"))
        .isEqualTo(
            "postgres:northwind.products|unit_price|"
                + "unit_price was \"NaN\", but must be a decimal(12,2)");
    assertThat(to.one("select convert_from(original, 'UTF8') from pulse.dead_letters"))
        .contains("\"unit_price\":\"NaN\"");
    assertThat(to.one("select count(*) from northwind.products")).isEqualTo("29");
  }

  @Test
  void aTableOfSomeoneElsesMakingNeedsAVersion(Database from, Database to, Indices indices)
      throws Exception {
    Migration migration = Migration.of("northwind.region", from, to, indices);
    from.execute(
        "create schema northwind; create table northwind.region (region_id bigint primary key,"
            + " region_description text not null);"
            + " insert into northwind.region values (1, 'East'), (2, 'West')");

    PulseCommand refused = migration.run();
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("no column _version").contains("--asOf=");

    assertThat(migration.move("--asOf=2026-01-01T00:00:00Z").read()).isEqualTo(2);
    assertThat(to.query("select region_id, region_description from northwind.region order by 1"))
        .containsExactly("1|East", "2|West");
    assertThat(migration.verify(to.sink(), "--asOf=2026-01-01T00:00:00Z").exitCode()).isZero();
  }

  @Test
  void saysWhatIsWrongBeforeAnythingIsWritten(Database from, Database to, Indices indices)
      throws Exception {
    Migration migration = Migration.of("northwind.categories", from, to, indices);

    PulseCommand noTable = migration.run();
    assertThat(noTable.exitCode()).isEqualTo(3);
    assertThat(noTable.err()).contains("\"northwind\".\"categories\"").contains("is not there");

    migration.load(5);
    from.execute("alter table northwind.categories alter category_name type varchar(40)");
    PulseCommand wrongType = migration.run();
    assertThat(wrongType.exitCode()).isEqualTo(3);
    assertThat(wrongType.err()).contains("is character varying(40), but the dataset says text");
    assertThat(to.one("select to_regclass('northwind.categories')")).isEqualTo("null");
  }
}
