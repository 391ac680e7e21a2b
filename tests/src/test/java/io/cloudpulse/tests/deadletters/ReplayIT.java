package io.cloudpulse.tests.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Refused records are sent again with their own bytes, land once, and are closed. */
@ExtendWith(PostgresServer.class)
class ReplayIT {
  private static final String ROOMS = "Single, Double, Attic";
  private static final String ROWS =
      "select id, room, nights, xmin, ctid from tests.visits order by id";

  @TempDir private Path folder;

  @Test
  void landsWithACorrectedDatasetAndIsClosed(Database database) throws Exception {
    Visits visits = Visits.in(folder, database);
    visits.move();

    PulseCommand ended = visits.replay("--datasetFile=" + visits.dataset(ROOMS));

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out())
        .containsPattern("read +1\n")
        .containsPattern("accepted +1\n")
        .containsPattern("delivered +1 to postgres\n")
        .containsPattern("letters +1 replayed, 0 still open\n");
    assertThat(database.query("select id, room, nights from tests.visits order by id"))
        .containsExactly("1|Single|2", "2|Attic|70000", "3|Double|3");
    assertThat(
            database.one(
                "select l.status, l.attempts, l.replay_run = r.run, l.closed_at is not null"
                    + " from pulse.dead_letters l, pulse.runs r where r.source = 'dead letters'"))
        .isEqualTo("replayed|1|t|t");
    assertThat(visits.letters("list").out()).isEqualTo("There are no such dead letters.\n");
    assertThat(visits.letters("list", "--status=replayed").out()).contains("replayed by ");
  }

  @Test
  void givesTheVersionThatTheFirstReadingWouldHaveGiven(Database database) throws Exception {
    Visits visits = Visits.in(folder, database);
    visits.move();
    String corrected = visits.dataset(ROOMS);
    assertThat(visits.replay("--datasetFile=" + corrected).exitCode()).isZero();
    String replayed = "select _version from tests.visits where id = 2";
    String version = database.one(replayed);

    database.execute("delete from tests.visits");
    assertThat(
            io.cloudpulse.tests.kit.Moving.of(corrected, database)
                .run(folder.resolve("visits.csv"))
                .exitCode())
        .isZero();

    assertThat(database.one(replayed)).isEqualTo(version);
  }

  @Test
  void changesNothingWhenSentAgain(Database database) throws Exception {
    Visits visits = Visits.in(folder, database);
    visits.move();
    String corrected = "--datasetFile=" + visits.dataset(ROOMS);
    assertThat(visits.replay(corrected).exitCode()).isZero();
    List<String> rows = database.query(ROWS);

    PulseCommand second = visits.replay(corrected);
    PulseCommand third = visits.replay(corrected, "--again");

    assertThat(second.out()).isEqualTo("There are no such dead letters to replay.\n");
    assertThat(third.exitCode()).isZero();
    assertThat(third.out()).contains("1 to postgres, 1 of them superseded");
    assertThat(database.query(ROWS)).isEqualTo(rows);
    assertThat(database.one("select status from pulse.dead_letters")).isEqualTo("replayed");
  }

  @Test
  void staysOpenWithOneMoreAttemptIfItIsStillWrong(Database database) throws Exception {
    Visits visits = Visits.in(folder, database);
    visits.move();
    String id = database.one("select id from pulse.dead_letters");
    String wrong = "--datasetFile=" + visits.dataset("Single, Double, Suite");

    PulseCommand ended = visits.replay(wrong, id.substring(0, 10));

    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(4);
    assertThat(ended.out()).containsPattern("letters +0 replayed, 1 still open\n");
    assertThat(database.one("select id, status, attempts, line from pulse.dead_letters"))
        .isEqualTo(id + "|open|2|3");
    assertThat(database.one("select message from pulse.dead_letters")).contains("Suite");
  }

  @Test
  void landsWhatASinkRefusedOnceTheSinkIsMended(Database database) throws Exception {
    Visits visits = Visits.in(folder, database);
    visits.move();
    database.execute("delete from tests.visits");
    database.execute("alter table tests.visits add constraint few check (nights < 1000)");
    String corrected = "--datasetFile=" + visits.dataset(ROOMS);

    PulseCommand refused = visits.replay(corrected, "--maxRefused=1");
    PulseCommand again = visits.replay(corrected, "--maxRefused=1");
    database.execute("alter table tests.visits drop constraint few");
    PulseCommand mended = visits.replay(corrected);

    assertThat(refused.out()).containsPattern("refused +1 by postgres");
    assertThat(again.out()).containsPattern("refused +1 by postgres");
    assertThat(mended.exitCode()).as(mended.toString()).isZero();
    assertThat(database.query("select id, nights from tests.visits")).containsExactly("2|70000");
    assertThat(
            database.query(
                "select step, attempts, status from pulse.dead_letters order by step desc"))
        .containsExactly("read|1|replayed", "postgres:tests.visits|2|replayed");
  }

  @Test
  void discardsWhatNobodyWants(Database database) throws Exception {
    Visits visits = Visits.in(folder, database);
    visits.move();

    assertThat(visits.letters("discard").exitCode()).isEqualTo(2);
    assertThat(visits.letters("discard", "--reason=type").out()).isEqualTo("0 discarded\n");
    assertThat(visits.letters("discard", "--reason=not-allowed", "--because=a test").out())
        .isEqualTo("1 discarded\n");

    assertThat(database.one("select status, because from pulse.dead_letters"))
        .isEqualTo("discarded|a test");
    assertThat(visits.letters("list").out()).isEqualTo("There are no such dead letters.\n");
    assertThat(visits.letters("list", "--status=all").out()).contains("1 in all, 1 shown");
    assertThat(visits.replay("--datasetFile=" + visits.dataset(ROOMS)).out())
        .isEqualTo("There are no such dead letters to replay.\n");
  }

  @Test
  void keepsAndClosesLettersInFilesToo(Database database) throws Exception {
    Visits visits = Visits.in(folder, database).keptIn("files:" + folder.resolve("letters"));

    ReplayInLog.check(visits, ROOMS);

    try (var files = Files.list(folder.resolve("letters"))) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("-.*", "")))
          .contains("closed", "dead");
    }
  }

  @Test
  void tellsEveryProblemAtOnce(Database database) throws Exception {
    Visits visits = Visits.in(folder, database);

    PulseCommand ended =
        PulseCommand.run(
            "dead-letters",
            "replay",
            "--datasetFile=" + visits.dataset(ROOMS),
            "--dataset=tests.others",
            "--runner=storm",
            "--from=nowhere",
            "xyz");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .contains(
            "--runner was \"storm\"",
            "--from was \"nowhere\"",
            "--sink is missing",
            "\"xyz\" begins no id",
            "--dataset was \"tests.others\"");
  }
}
