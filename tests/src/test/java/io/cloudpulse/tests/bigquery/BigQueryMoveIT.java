package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.kit.bigquery.BigQueryServer;
import io.cloudpulse.tests.whole.GeneratedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs with the real program: the same rows in PostgreSQL and in BigQuery. */
@ExtendWith({BigQueryServer.class, PostgresServer.class})
class BigQueryMoveIT {
  private static final Dataset DETAILS = Datasets.named("northwind.order_details");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"flink", "direct"})
  void storesTheSameRowsAsPostgres(String runner, BigQuery bigquery, Database database)
      throws Exception {
    bigquery.drop("moved");
    Path file = folder.resolve("details.csv");
    GeneratedData.dirty(DETAILS.name(), 4_000, file);

    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--dataset=" + DETAILS.name(),
            "--source=files:" + file,
            "--sink=" + database.sink() + "," + bigquery.address("moved"),
            "--runner=" + runner);

    assertThat(ended.exitCode()).as(ended.err() + ended.out()).isZero();
    Rows expected = Rows.in(database, DETAILS);
    assertThat(expected.count()).isEqualTo(3_760);
    assertThat(Rows.inBigQuery(bigquery.address("moved"), DETAILS).differences(expected)).isEmpty();
    assertThat(
            database.query(
                "select sink, sum(delivered), sum(refused) from pulse.sink_ranges"
                    + " group by sink order by sink"))
        .containsExactly("bigquery|3960|0", "postgres|3960|0");
  }

  @Test
  void plansWithTheStatementsThatMakeTheTable(BigQuery bigquery, Database database)
      throws Exception {
    bigquery.drop("moved");
    Path file = folder.resolve("details.csv");
    GeneratedData.dirty(DETAILS.name(), 10, file);
    PulseCommand planned =
        PulseCommand.run(
            "plan",
            "--dataset=" + DETAILS.name(),
            "--source=files:" + file,
            "--sink=" + database.sink() + "," + bigquery.address("moved"),
            "--runner=direct");

    assertThat(planned.out())
        .as(planned.err())
        .contains(
            "bigquery:northwind.order_details",
            bigquery.address("moved"),
            "effectively once: each row by its key, the newest version wins",
            "create schema if not exists `moved`",
            "create table if not exists `moved`.`order_details` (",
            "primary key (`order_id`, `product_id`) not enforced");
  }
}
