package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However rows get to BigQuery, the same ones are there. Files are loaded into the emulator itself;
 * what is appended goes through what stands in before it.
 */
@ExtendWith({BigQueryServer.class, PostgresServer.class})
class BigQueryMethodIT {
  private static final String HOME = "methods";
  private static final Dataset DETAILS = Datasets.named("northwind.order_details");
  private static final Dataset EVENTS = Datasets.named("activity.events");

  @TempDir private Path folder;
  private BigQuery bigquery;
  private Database database;

  @BeforeEach
  void open(BigQuery given, Database db) {
    bigquery = given;
    database = db;
    bigquery.drop(HOME);
  }

  @AfterEach
  void drop() {
    bigquery.drop(HOME);
  }

  private PulseCommand run(String dataset, String source, String method, String... more) {
    String warehouse =
        method.equals("load") ? bigquery.emulatorAddress(HOME) : bigquery.address(HOME);
    List<String> flags = new ArrayList<>(List.of(more));
    flags.add("--bigqueryMethod=" + method);
    return BackFromBigQuery.pulse(
        "run", dataset, source, warehouse, database, flags.toArray(String[]::new));
  }

  /** No table but the dataset's own is left. */
  private void assertNothingWaits(String... tables) {
    List<String> names = new ArrayList<>();
    bigquery
        .answer("GET", "datasets/" + HOME + "/tables", null)
        .path("tables")
        .forEach(table -> names.add(table.at("/tableReference/tableId").asText()));
    assertThat(names).containsExactlyInAnyOrder(tables);
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void loadsTheRowsThatPostgresHas(String runner) throws Exception {
    Path file = folder.resolve("details.csv");
    GeneratedData.dirty(DETAILS.name(), 2_000, file);
    String both = database.sink() + "," + bigquery.emulatorAddress(HOME);
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
              Rows.inBigQuery(bigquery.emulatorAddress(HOME), DETAILS)
                  .differences(Rows.in(database, DETAILS)))
          .isEmpty();
      assertNothingWaits("order_details");
    }
    assertThat(
            database.query(
                "select sink, sum(delivered), sum(refused) from pulse.sink_ranges"
                    + " group by sink order by sink"))
        .containsExactly("bigquery|3960|0", "postgres|3960|0");
  }

  @Test
  void loadsEachTypeAndKeepsWhatIsNewer() throws Exception {
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
    write(
        "new",
        "1,new —"
            + " ß,12.50,0.00000000000000000001,0.1,true,1969-12-31,2024-05-02T10:00:00.000001Z,\"{\"\"a\"\":[1,null]}\"",
        "9007199254740993,,,,,,,2024-05-02T10:00:00Z,");
    write(
        "old",
        "1,old,1.00,1,1,false,2000-01-01,2024-05-01T10:00:00Z,[]",
        "2,older,,,,,,2024-05-01T10:00:00Z,");

    for (String load : List.of("new", "old")) {
      PulseCommand ended = run(yaml.toString(), "files:" + folder.resolve(load + ".csv"), "load");
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
            "verify", yaml.toString(), database.sink(), bigquery.emulatorAddress(HOME), database);
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
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
      assertThat(run(DETAILS.name(), from.sink(), "load").exitCode()).isZero();
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

      for (String source : List.of(from.sink(), before.sink(), from.sink(), before.sink())) {
        PulseCommand ended = run(DETAILS.name(), source, "load");
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        Rows loaded = Rows.inBigQuery(bigquery.emulatorAddress(HOME), DETAILS);
        assertThat(loaded.differences(Rows.in(from, DETAILS))).isEmpty();
        assertThat(loaded.count()).isEqualTo((int) rows - 2);
        assertNothingWaits("order_details", "order_details_deleted");
      }
      comeBack(before, (int) rows - 2);
    }
  }

  /** Into a database that has the rows still: those that were deleted since go. */
  private void comeBack(Database older, int rows) throws Exception {
    String source = bigquery.emulatorAddress(HOME);
    PulseCommand ended = BackFromBigQuery.pulse("run", DETAILS.name(), source, older.sink(), older);

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("2  noticed: deleted rows");
    assertThat(older.one("select count(*) from northwind.order_details")).isEqualTo("" + rows);
    PulseCommand verified =
        BackFromBigQuery.pulse("verify", DETAILS.name(), source, older.sink(), older);
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"load", "append"})
  void refusesATextThatIsTooLongAndKeepsItsNeighbours(String method) throws Exception {
    Path yaml = folder.resolve("word.yaml");
    Files.writeString(
        yaml,
        """
        dataset: tests.word
        description: Words.
        fields:
          word: {type: string, required: true}
          at: {type: timestamp, required: true}
        key: content
        version: at
        """);
    create(
        "word",
        "{\"name\":\"_content\",\"type\":\"STRING\",\"mode\":\"REQUIRED\"},"
            + "{\"name\":\"word\",\"type\":\"STRING\",\"maxLength\":\"5\",\"mode\":\"REQUIRED\"},"
            + "{\"name\":\"at\",\"type\":\"TIMESTAMP\",\"mode\":\"REQUIRED\"},"
            + "{\"name\":\"_version\",\"type\":\"INT64\",\"mode\":\"REQUIRED\"}",
        "_content");
    Path file = folder.resolve("words.csv");
    Files.writeString(
        file,
        "word,at\nbrief,2024-01-01T00:00:00Z\nlengthy,2024-01-01T00:00:00Z\n"
            + "ink,2024-01-01T00:00:00Z\n");

    PulseCommand ended =
        run(
            yaml.toString(),
            "files:" + file,
            method,
            "--maxRefused=1",
            "--deadLetters=" + database.sink());

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(bigquery.query("select word from `methods.word` order by 1"))
        .containsExactly("brief", "ink");
    assertThat(
            database.query(
                "select step, reason, field, message, convert_from(original, 'UTF8')"
                    + " from pulse.dead_letters"))
        .containsExactly(
            "bigquery:tests.word|sink|word|BigQuery cannot hold the value of word: it has 7"
                + " characters, and STRING(5) takes 5|lengthy,2024-01-01T00:00:00Z");
    assertThat(
            database.one(
                "select sum(delivered), sum(refused) from pulse.sink_ranges where sink ="
                    + " 'bigquery'"))
        .isEqualTo("2|1");
  }

  private void create(String table, String fields, String key) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode unused =
        bigquery.answer(
            "POST",
            "datasets",
            json.readTree(
                "{\"datasetReference\":{\"projectId\":\"test\",\"datasetId\":\"%s\"}}"
                    .formatted(HOME)));
    unused =
        bigquery.answer(
            "POST",
            "datasets/" + HOME + "/tables",
            json.readTree(
                ("{\"tableReference\":{\"projectId\":\"test\",\"datasetId\":\"%s\",\"tableId\":"
                        + "\"%s\"},\"schema\":{\"fields\":[%s]},\"tableConstraints\":"
                        + "{\"primaryKey\":{\"columns\":[\"%s\"]}}}")
                    .formatted(HOME, table, fields, key)));
  }

  /** The same events twice, and answers that are lost on the way: each is there once. */
  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void appendsEachEventOnce(String runner) throws Exception {
    Path file = folder.resolve("events.jsonl");
    PulseCommand made =
        PulseCommand.run(
            "generate",
            "--dataset=" + EVENTS.name(),
            "--rows=1500",
            "--seed=7",
            "--duplicates=0.1",
            "--out=" + file);
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(Moving.of(EVENTS.name(), database).with("--aggregates=off").run(file).exitCode())
        .isZero();
    bigquery.troubles().loseAnswer();

    for (int run = 1; run <= 2; run++) {
      PulseCommand ended =
          run(EVENTS.name(), "files:" + file, "append", "--aggregates=off", "--runner=" + runner);
      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(
              Rows.inBigQuery(bigquery.address(HOME), EVENTS)
                  .differences(Rows.in(database, EVENTS)))
          .isEmpty();
      assertNothingWaits("events");
    }
    assertThat(bigquery.troubles().areOver()).isTrue();
    assertThat(
            database.one(
                "select count(distinct run), sum(delivered), sum(refused) from pulse.sink_ranges"
                    + " where sink = 'bigquery'"))
        .isEqualTo("2|3000|0");
  }

  @Test
  void saysWhatAWayCannotDoBeforeAnythingIsWritten() {
    String orders = "northwind.orders";
    PulseCommand changing = run(orders, "files:orders.csv", "append");
    PulseCommand summed = run(EVENTS.name(), "files:events.jsonl", "append");
    PulseCommand live = run(orders, "files:" + folder, "load", "--mode=streaming");
    PulseCommand unknown = run(orders, "files:orders.csv", "copy");
    PulseCommand none =
        BackFromBigQuery.pulse(
            "run", orders, "files:orders.csv", database.sink(), database, "--bigqueryMethod=load");

    for (PulseCommand refused : List.of(changing, summed, live, unknown, none)) {
      assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
    }
    assertThat(changing.err())
        .contains(
            "--bigqueryMethod was \"append\", but must be upsert or load for dataset"
                + " northwind.orders, whose rows may change");
    assertThat(summed.err()).contains("upsert or load where events are summed up");
    assertThat(live.err()).contains("upsert for a stream: the others end with one statement");
    assertThat(unknown.err())
        .contains("--bigqueryMethod was \"copy\", but must be upsert, append or load");
    assertThat(none.err()).contains("but --sink names none");
  }

  @Test
  void planTellsTheWay() throws Exception {
    Path file = folder.resolve("details.csv");
    GeneratedData.dirty(DETAILS.name(), 10, file);
    PulseCommand planned =
        BackFromBigQuery.pulse(
            "plan",
            DETAILS.name(),
            "files:" + file,
            bigquery.emulatorAddress(HOME),
            database,
            "--bigqueryMethod=load");

    assertThat(planned.out())
        .as(planned.err())
        .contains(
            "load: rows are loaded from files into a table beside it; when the job has ended, one"
                + " statement brings the newest version of each key",
            "Load for bigquery:northwind.order_details");
  }
}
