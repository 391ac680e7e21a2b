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
import io.cloudpulse.tests.whole.GeneratedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are loaded, and one statement brings what is newer. */
@ExtendWith({BigQueryServer.class, PostgresServer.class})
class BigQueryLoadIT {
  private static final Dataset DETAILS = Datasets.named("northwind.order_details");

  @TempDir private Path folder;
  private BigQuery bigquery;
  private Database database;
  private Ways ways;

  @BeforeEach
  void open(BigQuery given, Database db) {
    bigquery = given;
    database = db;
    ways = new Ways(given, db);
    bigquery.drop(Ways.HOME);
  }

  @AfterEach
  void drop() {
    bigquery.drop(Ways.HOME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void loadsTheRowsThatPostgresHas(String runner) throws Exception {
    Path file = folder.resolve("details.csv");
    GeneratedData.dirty(DETAILS.name(), 400, file);
    String both = database.sink() + "," + ways.address("load");
    for (int run = 1; run <= 2; run++) {
      PulseCommand ended =
          BackFromBigQuery.pulse(
              "run",
              DETAILS.name(),
              "files:" + file,
              both,
              database,
              "--bigqueryMethod=load",
              "--runner=" + runner);

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(ended.out()).contains(" to bigquery, superseded not told");
      assertThat(
              Rows.inBigQuery(ways.address("load"), DETAILS)
                  .differences(Rows.in(database, DETAILS)))
          .isEmpty();
      ways.assertTables("order_details");
    }
    assertThat(
            database.query(
                "select sink, sum(delivered), sum(refused) from pulse.sink_ranges"
                    + " group by sink order by sink"))
        .containsExactly("bigquery|792|0", "postgres|792|0");
  }

  @Test
  void loadsEachTypeAndKeepsWhatIsNewer() throws Exception {
    Path yaml = things();
    for (String load : List.of("new", "old")) {
      PulseCommand ended =
          ways.run(yaml.toString(), "files:" + folder.resolve(load + ".csv"), "load");
      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(Moving.of(yaml.toString(), database).run(folder.resolve(load + ".csv")).exitCode())
          .isZero();
    }

    Dataset thing = Datasets.resolve(yaml.toString());
    Rows expected = Rows.in(database, thing);
    assertThat(expected.count()).isEqualTo(3);
    assertThat(
            bigquery.query(
                "select id, name, cast(price as string), cast(wide as string), ratio, open, day,"
                    + " unix_micros(`at`), to_json_string(note) from `methods.thing` where id = 1"))
        .containsExactly(
            "1|new — ß|12.5|0.00000000000000000001|0.1|true|1969-12-31|1714644000000001|"
                + "{\"a\":[1,null]}");
    PulseCommand verified =
        BackFromBigQuery.pulse(
            "verify", yaml.toString(), database.sink(), ways.address("load"), database);
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }

  /** A dataset of every type, and two loads of it: what is newer comes first. */
  private Path things() throws IOException {
    Path yaml = folder.resolve("thing.yaml");
    Files.writeString(
        yaml,
        """
        dataset: tests.thing
        description: Things.
        fields:
          id: {type: int64, required: true}
          name: {type: string}
          price: {type: "decimal(12,2)"}
          wide: {type: "decimal(38,20)"}
          ratio: {type: double}
          open: {type: boolean}
          day: {type: date}
          at: {type: timestamp, required: true}
          note: {type: json}
        key: [id]
        version: at
        """);
    writeTwoLoads();
    return yaml;
  }

  private void writeTwoLoads() throws IOException {
    write(
        "new",
        "1,new — ß,12.50,0.00000000000000000001,0.1,true,1969-12-31,"
            + "2024-05-02T10:00:00.000001Z,\"{\"\"a\"\":[1,null]}\"",
        "9007199254740993,,,,1e-300,,,2024-05-02T10:00:00Z,");
    write(
        "old",
        "1,old,1.00,1,1,false,2000-01-01,2024-05-01T10:00:00Z,[]",
        "2,older,,,,,,2024-05-01T10:00:00Z,");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(
        folder.resolve(name + ".csv"),
        "id,name,price,wide,ratio,open,day,at,note\n" + String.join("\n", lines) + "\n");
  }

  /** Deletes are remembered: an older version that comes later does not bring the row back. */
  @Test
  void loadsDeletesAndRemembersThem(Database from) throws Exception {
    Path file = folder.resolve("details.csv");
    GeneratedData.dirty(DETAILS.name(), 100, file);
    assertThat(Moving.of(DETAILS.name(), from).run(file).exitCode()).isZero();
    long rows = Long.parseLong(from.one("select count(*) from northwind.order_details"));
    Database before = from.copy("before_" + System.nanoTime());
    try (before) {
      assertThat(ways.run(DETAILS.name(), from.sink(), "load").exitCode()).isZero();
      deleteTwo(from);

      for (String source : List.of(from.sink(), before.sink(), from.sink(), before.sink())) {
        PulseCommand ended = ways.run(DETAILS.name(), source, "load");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        Rows loaded = Rows.inBigQuery(ways.address("load"), DETAILS);
        assertThat(loaded.differences(Rows.in(from, DETAILS))).isEmpty();
        assertThat(loaded.count()).isEqualTo((int) rows - 2);
        ways.assertTables("order_details", "order_details_deleted");
      }
      comeBack(before, (int) rows - 2);
    }
  }

  private static void deleteTwo(Database from) throws SQLException {
    from.execute(
        """
        with gone as (
          delete from northwind.order_details
          where (order_id, product_id) in
            (select order_id, product_id from northwind.order_details order by 1, 2 limit 2)
          returning *)
        insert into pulse.tombstones (dataset, key, version)
        select 'northwind.order_details',
          length(order_id::text) || ':' || order_id || length(product_id::text) || ':'
          || product_id, _version + 2097152 from gone\
        """);
  }

  /** Into a database that has the rows still: those that were deleted since go. */
  private void comeBack(Database older, int rows) throws Exception {
    String source = ways.address("load");
    PulseCommand ended = BackFromBigQuery.pulse("run", DETAILS.name(), source, older.sink(), older);

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("2  noticed: deleted rows");
    assertThat(older.one("select count(*) from northwind.order_details")).isEqualTo("" + rows);
    PulseCommand verified =
        BackFromBigQuery.pulse("verify", DETAILS.name(), source, older.sink(), older);
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }
}
