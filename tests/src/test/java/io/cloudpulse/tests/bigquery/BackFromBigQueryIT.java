package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.kit.bigquery.BigQueryServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of BigQuery is a source like any other: its rows arrive with their versions. */
@ExtendWith({BigQueryServer.class, PostgresServer.class, ElasticsearchServer.class})
class BackFromBigQueryIT {
  private static final String ORDERS = "northwind.orders";

  private BigQuery bigquery;

  private BackFromBigQuery back(String dataset, BigQuery given, Database from, Database to) {
    bigquery = given;
    return new BackFromBigQuery(dataset, given, from, to);
  }

  @AfterEach
  void drop() {
    bigquery.drop(BackFromBigQuery.HOME);
  }

  /** The runs' ranges are the streams: three of them, whatever the runner. */
  @ParameterizedTest
  @CsvSource({
    "northwind.orders,flink",
    "northwind.order_details,direct",
    "northwind.customers,spark",
    "northwind.products,flink",
    "northwind.employees,flink"
  })
  void givesTheRowsAndVersionsThatWentThere(
      String dataset, String runner, BigQuery given, Database from, Database to) throws Exception {
    BackFromBigQuery trip = back(dataset, given, from, to).load(250);
    long rows = Long.parseLong(from.one("select count(*) from " + dataset));

    RunReport report = trip.back(to.sink(), "--runner=" + runner);

    assertThat(report.exitCode()).as(report.toString()).isZero();
    assertThat(report.read()).isEqualTo(rows).isPositive();
    assertThat(report.delivered()).isEqualTo(Map.of("postgres", rows));
    assertThat(report.superseded()).isEqualTo(Map.of("postgres", 0L));
    trip.assertEqualRows();
    assertThat(
            to.one(
                "select count(*), sum(read), sum(accepted) from pulse.read_ranges"
                    + " where range like 'bigquery:back.%#_'"))
        .isEqualTo("3|%d|%d".formatted(rows, rows));
    PulseCommand verified = trip.verify(to.sink(), "--runner=" + runner);
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }

  @Test
  void goesToElasticsearchToo(BigQuery given, Database from, Database to, Indices indices)
      throws Exception {
    BackFromBigQuery trip = back("northwind.categories", given, from, to);
    var unused = indices.ask("DELETE", "/northwind-categories", "");
    trip.load(8);

    RunReport report = trip.back(to.sink() + "," + indices.address());

    assertThat(report.delivered()).isEqualTo(Map.of("postgres", 8L, "elasticsearch", 8L));
    assertThat(
            Rows.in(indices.address(), trip.dataset()).differences(Rows.in(from, trip.dataset())))
        .isEmpty();
    assertThat(trip.verify(indices.address()).exitCode()).isZero();
  }

  @Test
  void anIncrementalRunMovesThreeRowsThatChanged(BigQuery given, Database from, Database to)
      throws Exception {
    BackFromBigQuery trip = back(ORDERS, given, from, to).load(100);
    assertThat(trip.back(to.sink()).read()).as("all of it").isEqualTo(100);
    assertThat(trip.back(to.sink(), "--incremental").read()).as("nothing changed").isZero();
    from.execute(
        "update northwind.orders set freight = 7.25, _version = 2097152 + (select max(_version)"
            + " from northwind.orders) where order_id in"
            + " (select order_id from northwind.orders order by 1 limit 3)");
    trip.forth("--incremental");

    RunReport report = trip.back(to.sink(), "--incremental");

    assertThat(report.exitCode()).as(report.toString()).isZero();
    assertThat(report.read()).isEqualTo(3);
    assertThat(report.delivered()).isEqualTo(Map.of("postgres", 3L));
    trip.assertEqualRows();
    assertThat(trip.back(to.sink(), "--incremental").read()).isZero();
  }

  @Test
  void anIncrementalRunTakesAllOfATableThatWasMadeAnew(BigQuery given, Database from, Database to)
      throws Exception {
    BackFromBigQuery trip = back("northwind.shippers", given, from, to).load(9);
    assertThat(trip.back(to.sink()).read()).isEqualTo(9);
    bigquery.drop(BackFromBigQuery.HOME);
    trip.forth();

    assertThat(trip.back(to.sink(), "--incremental").read()).isEqualTo(9);
  }

  /** A reader that loses its connection goes on behind the last row that it had. */
  @Test
  void readsEachRowOnceThoughConnectionsAreLost(BigQuery given, Database from, Database to)
      throws Exception {
    BackFromBigQuery trip = back(ORDERS, given, from, to).load(400);
    bigquery.troubles().loseReader(4);

    RunReport report = trip.back(to.sink());

    assertThat(report.read()).isEqualTo(400);
    assertThat(report.delivered()).isEqualTo(Map.of("postgres", 400L));
    assertThat(bigquery.troubles().areOver()).isTrue();
    trip.assertEqualRows();
  }

  @Test
  void verifyFindsWhatIsMissingExtraOrDifferent(BigQuery given, Database from, Database to)
      throws Exception {
    BackFromBigQuery trip = back("northwind.shippers", given, from, to).load(9);
    assertThat(trip.back(to.sink()).exitCode()).isZero();
    to.execute(
        """
        update northwind.shippers set phone = '1' where shipper_id = (
          select min(shipper_id) from northwind.shippers);
        update northwind.shippers set _version = _version + 1 where shipper_id = (
          select max(shipper_id) from northwind.shippers);
        insert into northwind.shippers (shipper_id, company_name, _version)
          values (1000001, 'Extra', 1);
        delete from northwind.shippers where shipper_id = (
          select shipper_id from northwind.shippers order by 1 limit 1 offset 1)\
        """);

    PulseCommand found = trip.verify(to.sink());

    assertThat(found.exitCode()).as(found.toString()).isEqualTo(6);
    assertThat(found.out())
        .contains("matching       6\nmissing        1\nextra          1\ndifferent      2\n")
        .contains("(northwind.shippers in BigQuery test/back)")
        .containsPattern("phone +expected \"[^1]")
        .containsPattern("_version +expected \"\\d+\", found \"\\d+\"");
  }
}
