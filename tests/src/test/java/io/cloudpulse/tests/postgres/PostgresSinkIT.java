package io.cloudpulse.tests.postgres;

import static io.cloudpulse.tests.postgres.Deliveries.row;
import static io.cloudpulse.tests.postgres.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the PostgreSQL sink promises, on a real server. */
@ExtendWith(PostgresServer.class)
class PostgresSinkIT {
  private Dataset dataset;
  private String run;

  @BeforeEach
  void nameTheTableAfterTheTest(TestInfo test) throws SQLException {
    String name = test.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT);
    dataset = Deliveries.dataset(name);
    run = "run-" + name;
    TestDatabase.execute("drop table if exists tests." + name);
    TestDatabase.forget(run);
  }

  @Test
  void storesNewRowsExactly() throws SQLException {
    SinkRun.send(dataset, run, rows(1, 2_500, 7));

    assertThat(stored("count(*), sum(id), sum(_version)")).containsExactly("2500|3126250|17500");
    assertThat(stored("* ", "where id = 3"))
        .containsExactly(
            "3|customer 3|12.50|0.25|t|2026-01-02|2026-01-02 12:00:00.000001+00"
                + "|{\"a\": [1, null]}|7");
    assertThat(counts()).containsExactly("2500|2500|0|0");
  }

  @Test
  void storesTheEdgesOfEachTypeExactly() throws SQLException {
    SinkRun.send(dataset, run, Deliveries.edges());

    assertThat(stored("*", "order by id"))
        .containsExactly(
            "-9223372036854775808|\u00e9\ud83d\ude00\t\\\"|-9999999999.99|-Infinity|f|0044-03-15 BC"
                + "|1969-12-31 23:59:59.999999+00|{}|0",
            "0||0.00|NaN|null|null|null|null|9223372036854775807",
            "9223372036854775807|null|0.01|5e-324|t|9999-12-31"
                + "|9999-12-31 23:59:59.999999+00|null|1");
  }

  @Test
  void keepsTheNewestVersionWhateverComesLast() throws SQLException {
    SinkRun.send(dataset, run, List.of(row(1, 1, 5, "old"), row(2, 2, 5, "old")));
    SinkRun.send(dataset, run + "b", List.of(row(1, 1, 6, "new"), row(2, 2, 4, "older")));

    assertThat(stored("id, customer, _version", "order by id"))
        .containsExactly("1|new|6", "2|old|5");
    TestDatabase.forget(run + "b");
  }

  @Test
  void countsWhatChangesNothingAsSuperseded() throws SQLException {
    SinkRun.send(dataset, run, rows(1, 10, 5));
    SinkRun.send(dataset, run + "b", rows(1, 12, 5));

    assertThat(TestDatabase.counts(run + "b")).containsExactly("12|12|0|10");
    TestDatabase.forget(run + "b");
  }

  @Test
  void storesAKeyThatABatchHoldsTwiceOnce() throws SQLException {
    SinkRun.send(
        dataset, run, List.of(row(1, 1, 5, "a"), row(2, 1, 9, "newest"), row(3, 1, 7, "c")));

    assertThat(stored("customer")).containsExactly("newest");
    assertThat(counts()).containsExactly("3|3|0|2");
  }

  @Test
  void refusesTheBadRowsAloneAndKeepsTheirNeighbours() throws SQLException {
    List<VersionedRecord> rows = new ArrayList<>(rows(1, 2_000, 1));
    rows.set(700, row(701, 701, 1, "nul \0 inside"));
    rows.set(1_999, row(2_000, 2_000, 1, "\0"));

    SinkRun.send(dataset, run, rows);

    assertThat(stored("count(*)")).containsExactly("1998");
    assertThat(counts()).containsExactly("2000|1998|2|0");
    assertThat(
            TestDatabase.query(
                "select step, reason, source, byte_offset, attempts, status, message"
                    + " from pulse.dead_letters where run = '"
                    + run
                    + "' order by byte_offset"))
        .satisfiesExactly(
            nul ->
                assertThat(nul)
                    .startsWith(
                        "postgres:" + dataset.name() + "|sink|files:/in/deliveries.csv|7010|1|open")
                    .contains("SQLSTATE 22021"),
            other -> assertThat(other).contains("|20000|", "SQLSTATE 22021"));
  }

  @Test
  void givesTheSameTableInAnyOrder() throws SQLException {
    List<VersionedRecord> rows = new ArrayList<>();
    for (int i = 1; i <= 3_000; i++) {
      rows.add(row(i, i % 50, i * 31 % 3_001, "version " + i * 31 % 3_001));
    }
    SinkRun.send(dataset, run, rows);
    List<String> expected = stored("*", "order by id");
    TestDatabase.execute("truncate tests." + dataset.kind());
    Collections.shuffle(rows, new Random(42));
    SinkRun.send(dataset, run + "b", Deliveries.renumbered(rows));

    assertThat(stored("*", "order by id")).hasSize(50).isEqualTo(expected);
    TestDatabase.forget(run + "b");
  }

  @Test
  void countsARangeOnceHoweverOftenItComes() throws SQLException {
    List<VersionedRecord> rows = new ArrayList<>(rows(1, 4_100, 3));
    rows.set(99, row(100, 100, 3, "nul \0 inside"));

    SinkRun.send(dataset, run, rows);
    SinkRun.send(dataset, run, rows);

    assertThat(counts()).containsExactly("4100|4099|1|0");
    assertThat(
            TestDatabase.query("select attempts from pulse.dead_letters where run = '" + run + "'"))
        .containsExactly("1");
  }

  @Test
  void countsOnlyWhatAPartlyStoredRangeHasLeft() throws SQLException {
    SinkRun.send(dataset, run, rows(1, 1_234, 3));
    SinkRun.send(dataset, run, rows(1, 5_000, 3));

    assertThat(stored("count(*)")).containsExactly("5000");
    assertThat(counts()).containsExactly("5000|5000|0|0");
  }

  private List<String> stored(String columns) throws SQLException {
    return stored(columns, "");
  }

  private List<String> stored(String columns, String rest) throws SQLException {
    return TestDatabase.query("select " + columns + " from tests." + dataset.kind() + " " + rest);
  }

  private List<String> counts() throws SQLException {
    return TestDatabase.counts(run);
  }
}
