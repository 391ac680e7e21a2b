package io.cloudpulse.tests.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.deadletters.DeadLettersCommand;
import io.cloudpulse.tests.postgres.PostgresServer;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.verify.Commands.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What dead-letters shows of a real server and of files, to the letter. */
@ExtendWith(PostgresServer.class)
class DeadLettersIT {
  @TempDir private Path folder;
  private Things things;

  @BeforeEach
  void nameTheTableAfterTheTest(TestInfo test) throws IOException, SQLException {
    things = Things.in(folder, test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void listsAndShowsDeadLetters() throws SQLException {
    things.move();
    String id = idOfTheBadRecord();

    Ended list = letters("list", "--dataset=tests." + things.name());

    assertThat(list.exitCode()).isZero();
    assertThat(list.out())
        .contains(
            id.substring(0, 12),
            "things.csv:6",
            "2 in all, 2 shown\n",
            "        1  tests." + things.name() + "  sink\n",
            "        1  tests." + things.name() + "  type\n");
  }

  @Test
  void showsADeadLetterByTheBeginningOfItsId() throws SQLException {
    things.move();
    String id = idOfTheBadRecord();

    assertThat(letters("show", id.substring(0, 20)).out())
        .contains(
            "id           " + id + "\n",
            "field        price\n",
            "place        line 6, byte 238\n",
            "original     35 bytes\n4,Drum,much,1,2024-01-01T00:00:00Z,\n");
    assertThat(letters("show", "nothing"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "No dead letter's id begins with \"nothing\". To see which there are:"
                    + " pulse dead-letters list\n"));
  }

  @Test
  void knowsDeadLettersInFilesToo() {
    String files = "files:" + folder.resolve("letters");
    things.move("--deadLetters=" + files);

    assertThat(things.verify("--deadLetters=" + files).out())
        .contains("1 by the sink", "The sink holds exactly what the source says.");
    assertThat(Commands.run(new DeadLettersCommand(), "list", "--from=" + files).out())
        .contains("2 in all, 2 shown");
    assertThat(things.verify("--deadLetters=file:x"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "--deadLetters was \"file:x\", but must be files:<folder>, kafka:<topic>,"
                    + " kafka://host:port/topic, pubsub://project/topic, postgres or"
                    + " jdbc:postgresql://host:port/database. For example:"
                    + " --deadLetters=files:dead-letters\n"));
  }

  private String idOfTheBadRecord() throws SQLException {
    return TestDatabase.query(
            "select id from pulse.dead_letters where reason = 'type' and dataset = 'tests."
                + things.name()
                + "'")
        .get(0);
  }

  private static Ended letters(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--from=" + Things.sink());
    return Commands.run(new DeadLettersCommand(), all.toArray(new String[0]));
  }
}
