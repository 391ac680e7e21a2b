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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However rows get to BigQuery, the same ones are there. */
@ExtendWith({BigQueryServer.class, PostgresServer.class})
class BigQueryMethodIT {
  private static final Dataset DETAILS = Datasets.named("northwind.order_details");
  private static final Dataset EVENTS = Datasets.named("activity.events");

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
  @ValueSource(strings = {"load", "append"})
  void refusesATextThatIsTooLongAndKeepsItsNeighbours(String method) throws Exception {
    Path yaml = words();
    Path file = folder.resolve("words.csv");
    Files.writeString(
        file,
        "word,at\nbrief,2024-01-01T00:00:00Z\nlengthy,2024-01-01T00:00:00Z\n"
            + "ink,2024-01-01T00:00:00Z\n");

    PulseCommand ended =
        ways.run(
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

  /** A dataset, and a table that holds less than the dataset does. */
  private Path words() throws IOException {
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
    return yaml;
  }

  private void create(String table, String fields, String key) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode unused =
        bigquery.answer(
            "POST",
            "datasets",
            json.readTree(
                "{\"datasetReference\":{\"projectId\":\"test\",\"datasetId\":\"%s\"}}"
                    .formatted(Ways.HOME)));
    unused =
        bigquery.answer(
            "POST",
            "datasets/" + Ways.HOME + "/tables",
            json.readTree(
                ("{\"tableReference\":{\"projectId\":\"test\",\"datasetId\":\"%s\",\"tableId\":"
                        + "\"%s\"},\"schema\":{\"fields\":[%s]},\"tableConstraints\":"
                        + "{\"primaryKey\":{\"columns\":[\"%s\"]}}}")
                    .formatted(Ways.HOME, table, fields, key)));
  }

  /** The same events twice, and answers that are lost on the way: each is there once. */
  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void appendsEachEventOnce(String runner) throws Exception {
    Path file = folder.resolve("events.jsonl");
    generate(file);
    assertThat(Moving.of(EVENTS.name(), database).with("--aggregates=off").run(file).exitCode())
        .isZero();
    bigquery.troubles().loseAnswer();

    for (int run = 1; run <= 2; run++) {
      PulseCommand ended =
          ways.run(
              EVENTS.name(), "files:" + file, "append", "--aggregates=off", "--runner=" + runner);
      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(
              Rows.inBigQuery(ways.address("append"), EVENTS)
                  .differences(Rows.in(database, EVENTS)))
          .isEmpty();
      ways.assertTables("events");
    }
    assertThat(bigquery.troubles().areOver()).isTrue();
    assertThat(
            database.one(
                "select count(distinct run), sum(delivered), sum(refused) from pulse.sink_ranges"
                    + " where sink = 'bigquery'"))
        .isEqualTo("2|600|0");
  }

  private static void generate(Path file) {
    PulseCommand made =
        PulseCommand.run(
            "generate",
            "--dataset=" + EVENTS.name(),
            "--rows=300",
            "--seed=7",
            "--duplicates=0.1",
            "--out=" + file);
    assertThat(made.exitCode()).as(made.err()).isZero();
  }

  @Test
  void saysWhatAWayCannotDoBeforeAnythingIsWritten() {
    String orders = "northwind.orders";
    PulseCommand changing = ways.run(orders, "files:orders.csv", "append");
    PulseCommand summed = ways.run(EVENTS.name(), "files:events.jsonl", "append");
    PulseCommand live = ways.run(orders, "files:" + folder, "load", "--mode=streaming");
    PulseCommand unknown = ways.run(orders, "files:orders.csv", "copy");
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
            ways.address("load"),
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
