package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.kit.bigquery.BigQueryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A dataset gains a field; neither its table in PostgreSQL nor that in BigQuery has a column. */
@ExtendWith({BigQueryServer.class, PostgresServer.class})
class BigQueryGrowthIT {
  private static final String HOME = "grown";

  @TempDir private Path folder;
  private BigQuery bigquery;
  private Database database;

  @BeforeEach
  void storeRowsOfTheSmallerDataset(BigQuery given, Database db) throws IOException {
    bigquery = given;
    database = db;
    declare("");
    write("id,name,seen_at", "1,Anvil,2024-01-01T00:00:00Z", "2,Bolt,2024-01-01T00:00:00Z");
    PulseCommand first = pulse("run");
    assertThat(first.exitCode()).as(first.toString()).isZero();
    declare("  colour: {type: string, required: true}\n");
    write(
        "id,name,seen_at,colour",
        "2,Bolt,2024-01-02T00:00:00Z,red",
        "3,Crate,2024-01-02T00:00:00Z,blue");
  }

  @AfterEach
  void drop() {
    bigquery.drop(HOME);
  }

  private void declare(String gained) throws IOException {
    Files.writeString(
        folder.resolve("dataset.yaml"),
        "dataset: tests.growing\ndescription: Things.\nfields:\n"
            + "  id: {type: int64, required: true}\n  name: {type: string}\n"
            + "  seen_at: {type: timestamp, required: true}\n"
            + gained
            + "key: [id]\nversion: seen_at\n");
  }

  private void write(String... lines) throws IOException {
    Files.writeString(folder.resolve("things.csv"), String.join("\n", lines) + "\n");
  }

  private PulseCommand pulse(String command, String... policy) {
    List<String> flags =
        new java.util.ArrayList<>(
            List.of(
                command,
                "--dataset=" + folder.resolve("dataset.yaml"),
                "--source=files:" + folder.resolve("things.csv"),
                "--sink=" + database.sink() + "," + bigquery.address(HOME),
                "--runner=direct"));
    flags.addAll(List.of(policy));
    return PulseCommand.run(flags.toArray(String[]::new));
  }

  private List<String> rows(String columns) {
    return bigquery.query("select %s from grown.growing order by id".formatted(columns));
  }

  @Test
  void refuseStopsBeforeAnythingIsWritten() throws Exception {
    PulseCommand refused = pulse("run");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("field colour is not there yet", "--schema=evolve");
    assertThat(rows("id, name")).containsExactly("1|Anvil", "2|Bolt");
    assertThat(database.one("select count(*) from tests.growing")).isEqualTo("2");
  }

  @Test
  void evolveAddsTheFieldInBothAndLosesNoRow() throws Exception {
    assertThat(pulse("plan", "--schema=evolve").out())
        .contains("alter table `grown`.`growing` add column if not exists `colour` STRING");

    PulseCommand evolved = pulse("run", "--schema=evolve");

    assertThat(evolved.exitCode()).as(evolved.toString()).isZero();
    List<String> grown = List.of("1|Anvil|-", "2|Bolt|red", "3|Crate|blue");
    assertThat(rows("id, name, coalesce(colour, '-')")).isEqualTo(grown);
    assertThat(
            database.query("select id, name, coalesce(colour, '-') from tests.growing order by id"))
        .isEqualTo(grown);
    assertThat(pulse("run").exitCode()).as("what has grown fits").isZero();
  }

  @Test
  void ignoreStoresTheRestOfEachRow() {
    PulseCommand ignored = pulse("run", "--schema=ignore");

    assertThat(ignored.exitCode()).as(ignored.toString()).isZero();
    assertThat(rows("id, name")).containsExactly("1|Anvil", "2|Bolt", "3|Crate");
    assertThat(pulse("plan", "--schema=ignore").out()).contains("field colour is not stored");
    for (String sink : List.of(bigquery.address(HOME), database.sink())) {
      PulseCommand verified = verify(sink, "--schema=ignore");
      assertThat(verified.exitCode()).as(verified.toString()).isEqualTo(6);
      assertThat(verified.out())
          .contains("field colour is not stored")
          .contains("matching       2\nmissing        0\nextra          1\ndifferent      0\n");
    }
  }

  /** A place for the field is there only once it has grown: till then each row lacks its value. */
  @Test
  void verifyMissesTheFieldWhereItMayGrow() {
    assertThat(pulse("run", "--schema=ignore").exitCode()).isZero();

    for (String sink : List.of(bigquery.address(HOME), database.sink())) {
      assertThat(verify(sink, "--schema=evolve").out())
          .contains("matching       0\nmissing        0\nextra          1\ndifferent      2\n")
          .contains("colour               expected \"red\", found null");
    }
  }

  private PulseCommand verify(String sink, String policy) {
    return PulseCommand.run(
        "verify",
        "--dataset=" + folder.resolve("dataset.yaml"),
        "--source=files:" + folder.resolve("things.csv"),
        "--sink=" + sink,
        "--ledger=" + database.sink(),
        policy,
        "--runner=direct");
  }
}
