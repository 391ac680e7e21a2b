package io.cloudpulse.tests.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
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
}
