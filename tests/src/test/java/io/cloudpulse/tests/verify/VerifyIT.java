package io.cloudpulse.tests.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.postgres.PostgresServer;
import io.cloudpulse.tests.verify.Commands.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What verify finds on a real server, to the letter. */
@ExtendWith(PostgresServer.class)
class VerifyIT {
  private static final String EQUAL = "The sink holds exactly what the source says.\n";
  private static final String UNEQUAL = "The sink does not hold what the source says.\n";

  @TempDir private Path folder;
  private Things things;

  @BeforeEach
  void nameTheTableAfterTheTest(TestInfo test) throws IOException, SQLException {
    things = Things.in(folder, test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void findsNothingWhereTheSinkHoldsWhatTheSourceSays() {
    things.move();

    assertThat(things.verify()).isEqualTo(new Ended(0, things.counted(3, 0, 0, 0) + EQUAL, ""));
  }

  @Test
  void showsAMissingRowAndWhereTheSourceHasIt() throws SQLException {
    things.move();
    things.change("delete from tests.%s where id = 2");

    assertThat(things.verify())
        .isEqualTo(
            new Ended(
                6,
                things.counted(2, 1, 0, 0)
                    + "Missing in the sink:\n  id 2  ("
                    + folder.toAbsolutePath()
                    + "/things.csv, byte 159)\n"
                    + UNEQUAL,
                ""));
  }

  @Test
  void showsAnExtraRow() throws SQLException {
    things.move();
    things.change("insert into tests.%s (id, seen_at, _version) values (99, now(), 1)");

    assertThat(things.verify())
        .isEqualTo(
            new Ended(
                6, things.counted(3, 0, 1, 0) + "Extra in the sink:\n  id 99\n" + UNEQUAL, ""));
  }

  @Test
  void showsEachColumnThatDiffers() throws SQLException {
    things.move();
    things.change(
        "update tests.%s set price = 12.51, name = null, details = '{\"a\": 2}' where id = 1");

    assertThat(things.verify())
        .isEqualTo(
            new Ended(
                6,
                things.counted(2, 0, 0, 1)
                    + "Different:\n  id 1  ("
                    + folder.toAbsolutePath()
                    + "/things.csv, byte 86)\n"
                    + "    name                 expected \"Anvil\", found null\n"
                    + "    price                expected \"12.5\", found \"12.51\"\n"
                    + "    details              expected \"{\"a\":1,\"b\":[1]}\", found"
                    + " \"{\"a\":2}\"\n"
                    + UNEQUAL,
                ""));
  }

  @Test
  void takesNoOffenceAtAVersionOrAnEqualSpelling() throws SQLException {
    things.move();
    things.change(
        "update tests.%s set _version = 1, details = '{\"a\": 1.00, \"b\": [1]}' where id = 1");

    assertThat(things.verify().exitCode()).isZero();
  }

  @Test
  void findsThatTheSinkHoldsAnOlderVersion() throws SQLException {
    things.move();
    things.change("update tests.%s set name = 'Old', price = 1, weight = 0.5 where id = 1");

    assertThat(things.verify().exitCode()).isEqualTo(6);
  }

  @Test
  void refusesWhatItCannotCompare() {
    Ended noTable = things.verify();
    Ended twoSinks = things.verify("--sink=" + Things.sink() + "," + Things.sink());
    Ended noFile = things.verify("--source=files:" + folder.resolve("no.csv"));
    Ended noServer = things.verify("--sink=jdbc:postgresql://127.0.0.1:1/none?user=me");

    assertThat(noTable.exitCode()).isEqualTo(3);
    assertThat(noTable.err()).contains("it is not there: nothing was moved here yet");
    assertThat(twoSinks)
        .isEqualTo(
            new Ended(
                2,
                "",
                "--sink names two sinks of one kind, but a run's report counts by kind."
                    + " Run once for each: --sink="
                    + Things.sink()
                    + "\n"));
    assertThat(noFile.exitCode()).isEqualTo(2);
    assertThat(noFile.err()).contains("no file matches it");
    assertThat(noServer.exitCode()).isEqualTo(5);
  }
}
