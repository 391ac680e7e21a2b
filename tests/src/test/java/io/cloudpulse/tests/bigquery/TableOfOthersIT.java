package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.kit.bigquery.BigQueryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables that nobody of ours has made. Types are read from the emulator itself too: its Storage
 * Read API, and not what stands in before it; but that has no nulls.
 */
@ExtendWith({BigQueryServer.class, PostgresServer.class})
class TableOfOthersIT {
  private static final String HOME = "others";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AS_OF = "--asOf=2026-01-01T00:00:00Z";

  @TempDir private Path folder;
  private Path file;
  private BigQuery bigquery;
  private Database to;

  @BeforeEach
  void declare(BigQuery given, Database database) throws IOException {
    bigquery = given;
    to = database;
    bigquery.drop(HOME);
    file = folder.resolve("dataset.yaml");
    Files.writeString(
        file,
        """
        dataset: tests.gauge
        description: What a gauge told.
        fields:
          id: {type: int64, required: true}
          name: {type: string, required: true}
          level: {type: "decimal(6,2)"}
          ratio: {type: double}
          open: {type: boolean}
          day: {type: date}
          at: {type: timestamp}
          note: {type: json}
        key: [id]
        """);
  }

  @AfterEach
  void drop() {
    bigquery.drop(HOME);
  }

  private void create(String fields) throws IOException {
    JsonNode unused =
        bigquery.answer(
            "POST",
            "datasets",
            JSON.readTree(
                "{\"datasetReference\":{\"projectId\":\"test\",\"datasetId\":\"others\"}}"));
    unused =
        bigquery.answer(
            "POST",
            "datasets/others/tables",
            JSON.readTree(
                "{\"tableReference\":{\"projectId\":\"test\",\"datasetId\":\"others\",\"tableId\":"
                    + "\"gauge\"},\"schema\":{\"fields\":["
                    + fields
                    + "]}}"));
  }

  private static String field(String name, String type) {
    return "{\"name\":\"%s\",\"type\":\"%s\"}".formatted(name, type);
  }

  private void createWhole(String level, String ratio) throws IOException {
    create(
        String.join(
            ",",
            field("id", "INTEGER"),
            field("name", "STRING"),
            field("level", level),
            field("ratio", ratio),
            field("open", "BOOLEAN"),
            field("day", "DATE"),
            field("at", "TIMESTAMP"),
            field("note", "JSON")));
  }

  private void insert(String values) {
    var unused = bigquery.query("insert into `others.gauge` values " + values);
  }

  private PulseCommand pulse(String command, String... more) {
    return pulseFrom(bigquery.address(HOME), command, more);
  }

  private PulseCommand pulseFrom(String source, String command, String... more) {
    return BackFromBigQuery.pulse(command, file.toString(), source, to.sink(), to, more);
  }

  /** BigQuery's FLOAT is a FLOAT64; the emulator's has 32 bits, and no number so small. */
  @Test
  void readsTheEmulatorItself() throws Exception {
    createWhole("NUMERIC", "FLOAT64");
    insert(
        "(7, 'ß', -0.01, -1e-300, false, date '9999-12-31', timestamp '0001-01-01 00:00:00+00',"
            + " json '[\"\"]')");

    PulseCommand moved = pulseFrom(bigquery.emulatorAddress(HOME), "run", AS_OF);

    assertThat(moved.exitCode()).as(moved.toString()).isZero();
    assertThat(
            to.query(
                "select id, name, level, ratio, open, day, at at time zone 'UTC', note"
                    + " from tests.gauge"))
        .containsExactly("7|ß|-0.01|-1e-300|f|9999-12-31|0001-01-01 00:00:00|[\"\"]");
  }

  @Test
  void bringsBackEachTypeExactly() throws Exception {
    createWhole("NUMERIC", "FLOAT");
    insert(
        "(1, 'anvil', 12.5, 0.1, true, date '1969-12-31', timestamp '2026-01-02"
            + " 12:00:00.000001+00', json '{\"a\":[1,null]}'), (2, 'bolt — ß', null, null, null,"
            + " null, null, null)");

    PulseCommand moved = pulse("run", AS_OF);

    assertThat(moved.exitCode()).as(moved.toString()).isZero();
    assertThat(
            to.query(
                "select id, name, level, ratio, open, day, at at time zone 'UTC', note"
                    + " from tests.gauge order by id"))
        .containsExactly(
            "1|anvil|12.50|0.1|t|1969-12-31|2026-01-02 12:00:00.000001|{\"a\": [1, null]}",
            "2|bolt — ß|null|null|null|null|null|null");
    PulseCommand verified = pulse("verify", AS_OF);
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }

  @Test
  void refusesRowsThatNoRecordCanBeAndKeepsTheirNeighbours() throws Exception {
    createWhole("BIGNUMERIC", "FLOAT");
    insert(
        "(1, 'anvil', 12.5, null, null, null, null, null),"
            + " (2, null, 1, null, null, null, null, null),"
            + " (3, 'crate', 1.2345, null, null, null, null, null)");

    PulseCommand moved = pulse("run", AS_OF, "--maxRefused=1");

    assertThat(moved.exitCode()).as(moved.toString()).isZero();
    assertThat(moved.out()).contains("read           3\naccepted       1\nrefused        2\n");
    assertThat(to.query("select id, name from tests.gauge")).containsExactly("1|anvil");
    assertThat(
            to.query(
                "select source, reason, field, message, convert_from(original, 'UTF8')"
                    + " from pulse.dead_letters order by field"))
        .containsExactly(
            "bigquery:others.gauge|type|level|level was \"1.2345\", but must be a decimal(6,2)|"
                + "{\"id\":3,\"name\":\"crate\",\"level\":\"1.2345\"}",
            "bigquery:others.gauge|missing|name|name is required, but was null|"
                + "{\"id\":2,\"level\":1.00}");
  }

  @Test
  void movesNothingOfAnEmptyTable() throws Exception {
    createWhole("NUMERIC", "FLOAT");

    PulseCommand moved = pulse("run", AS_OF);

    assertThat(moved.exitCode()).as(moved.toString()).isZero();
    assertThat(moved.out()).contains("read           0\n");
    assertThat(pulse("verify", AS_OF).exitCode()).isZero();
  }

  @Test
  void saysAtOnceWhatIsWrong() throws Exception {
    PulseCommand missing = pulse("run", AS_OF);
    create(field("id", "STRING") + "," + field("name", "STRING"));
    PulseCommand unlike = pulse("plan", "--incremental");
    PulseCommand live = pulse("run", AS_OF, "--mode=streaming", "--archive=files:kept");

    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.err()).contains("table test.others.gauge in BigQuery is not there");
    assertThat(unlike.exitCode()).isEqualTo(3);
    assertThat(unlike.out())
        .contains(
            "column id of test.others.gauge in BigQuery is STRING, but the dataset says INT64",
            "column level of test.others.gauge in BigQuery is missing",
            "the table has no column _version, and dataset tests.gauge no version field",
            "--incremental goes by the column _version, which the table does not have",
            "rows that were deleted from this table leave nothing to read");
    assertThat(live.exitCode()).isEqualTo(2);
    assertThat(live.err())
        .contains(
            "--mode was \"streaming\", but must be batch for a table, which is read to its end",
            "--archive keeps records of files and of Kafka topics as they came");
  }
}
