package io.cloudpulse.tests.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Loopback;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run that cannot be done ends, and that it leaves the sink as it was, or consistent. */
@ExtendWith(PostgresServer.class)
class RefusalsIT {
  private static final String DATASET = "northwind.region";
  private static final String HEADER = "region_id,region_description";

  @TempDir Path folder;

  @Test
  void stopsIfNoFileMatches(Database database) throws SQLException {
    PulseCommand ended = Moving.of(DATASET, database).run(folder.resolve("*.csv"));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("--source was \"files:" + folder.resolve("*.csv") + "\", but no file matches");
    assertUntouched(database);
  }

  @Test
  void stopsIfOneHeaderOfManyIsWrong(Database database) throws Exception {
    write("a.csv", HEADER, "1,North");
    Path wrong = write("b.csv", "number,name", "2,South");

    PulseCommand ended = Moving.of(DATASET, database).run(folder.resolve("*.csv"));

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .startsWith(
            wrong + ":1: the header lacks region_id, region_description; it has number, name\n")
        .contains("Nothing was written.", "aliases");
    assertUntouched(database);
  }

  @Test
  void stopsAtAColumnNobodyKnowsIfAskedTo(Database database) throws Exception {
    Path file = write("a.csv", HEADER + ",colour", "1,North,red");

    PulseCommand ended = Moving.of(DATASET, database).with("--unknownColumns=refuse").run(file);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains(file.toString(), "no field reads \"colour\"");
    assertUntouched(database);
  }

  @Test
  void stopsIfAColumnThatAFieldReadsIsThereTwice(Database database) throws Exception {
    Path file = write("a.csv", HEADER + ",region_id", "1,North,2");

    PulseCommand ended = Moving.of(DATASET, database).run(file);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .startsWith(file + ":1: the header names \"region_id\" twice, and a field reads it");
    assertUntouched(database);
  }

  @Test
  void namesTheCompressedFileThatWasCutShort(Database database) throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write((HEADER + "\n").getBytes(UTF_8));
      for (int i = 1; i <= 9_000; i++) {
        gzip.write((i + ",Region " + i * 7_919 % 10_007 + "\n").getBytes(UTF_8));
      }
    }
    byte[] all = compressed.toByteArray();
    Path file = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(all, all.length / 2));

    PulseCommand ended = Moving.of(DATASET, database).run(file);

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains(file + " is damaged or was cut short");
    assertThat(database.query("select state from pulse.runs")).containsExactly("failed");
  }

  @Test
  void leavesATableOfAnotherShapeAlone(Database database) throws Exception {
    database.execute("create schema northwind");
    database.execute(
        "create table northwind.region (region_id text primary key, extra int not null)");
    database.execute("insert into northwind.region values ('kept', 1)");

    PulseCommand ended = Moving.of(DATASET, database).run(write("a.csv", HEADER, "1,North"));

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .contains("does not fit the dataset; nothing was changed:")
        .contains("- column region_id is text, but must be bigint")
        .contains("- field region_description is not there yet: let it be added (--schema=evolve)")
        .contains("- column extra is unknown to the dataset, not null and without a default");
    assertThat(database.query("select * from northwind.region")).containsExactly("kept|1");
    assertThat(database.one("select to_regnamespace('pulse') is null")).isEqualTo("t");
  }

  @Test
  void saysWhichDatabaseDoesNotAnswer() throws Exception {
    int nobody = Loopback.freePort();

    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--dataset=" + DATASET,
            "--source=files:" + write("a.csv", HEADER, "1,North"),
            "--sink=jdbc:postgresql://127.0.0.1:" + nobody + "/db?user=me",
            "--runner=direct");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err())
        .contains("PostgreSQL at 127.0.0.1:" + nobody + "/db cannot be prepared: ")
        .contains("refused")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void endsWithFourIfMoreIsRefusedThanAllowedAndKeepsTheRest(String runner, Database database)
      throws Exception {
    Path file = write("a.csv", HEADER, "1,North", "two,South", "3,East", "4,West");

    PulseCommand ended =
        Moving.of(DATASET, database).on(runner).with("--maxRefused=0.2499").run(file);

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.out()).contains("refused        1").contains("1  type");
    assertThat(database.query("select region_id from northwind.region order by 1"))
        .containsExactly("1", "3", "4");
    assertThat(database.query("select reason, line from pulse.dead_letters"))
        .containsExactly("type|3");
  }

  @Test
  void endsWellIfExactlyAsMuchIsRefusedAsAllowed(Database database) throws Exception {
    Path file = write("a.csv", HEADER, "1,North", "two,South", "3,East", "4,West");

    PulseCommand ended = Moving.of(DATASET, database).with("--maxRefused=0.25").run(file);

    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void failsAndRefusesNoRecordForWhatIsTheSinksFault(Database database) throws Exception {
    Path file = write("a.csv", HEADER, "1,North");
    Moving moving = Moving.of(DATASET, database);
    moving.run(file);
    database.execute(
        "create function gone() returns trigger language plpgsql as"
            + " $$ begin raise exception 'the disk is on fire' using errcode = '58030'; end $$");
    database.execute(
        "create trigger gone before insert on northwind.region execute function gone()");

    PulseCommand ended = moving.with("--asOf=2099-01-01").run(file);

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err())
        .contains("The run failed: ")
        .contains("the disk is on fire")
        .contains("run the same command again when the cause is gone");
    assertThat(database.query("select state from pulse.runs order by started_at"))
        .containsExactly("done", "failed");
    assertThat(database.query("select * from pulse.dead_letters")).isEmpty();
  }

  @Test
  void saysThatTheRunIsDoneIfOnlyItsReportCannotBeWritten(Database database) throws Exception {
    Path file = write("a.csv", HEADER, "1,North");
    Path nowhere = folder.resolve("nowhere/report.json");

    PulseCommand ended = Moving.of(DATASET, database).with("--report=" + nowhere).run(file);

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("The run is done, but its report was not written: ");
    assertThat(database.query("select region_id from northwind.region")).containsExactly("1");
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static void assertUntouched(Database database) throws SQLException {
    assertThat(
            database.query(
                "select nspname from pg_namespace where nspname in ('pulse', 'northwind')"))
        .isEmpty();
  }
}
