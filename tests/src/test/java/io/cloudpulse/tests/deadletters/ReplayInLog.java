package io.cloudpulse.tests.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.sql.SQLException;

/** The life of a dead letter where nothing is ever changed: refused twice, landed, told so. */
final class ReplayInLog {
  private ReplayInLog() {}

  static void check(Visits visits, String rooms) throws IOException, SQLException {
    visits.move();

    PulseCommand wrong = visits.replay("--datasetFile=" + visits.dataset("Single, Double, Suite"));
    assertThat(wrong.exitCode()).as(wrong.toString()).isEqualTo(4);
    assertThat(visits.letters("list", "--format=json").out())
        .contains("\"attempts\" : 2", "\"status\" : \"open\"", "Suite", "\"line\" : 3");

    PulseCommand right = visits.replay("--datasetFile=" + visits.dataset(rooms));
    assertThat(right.exitCode()).as(right.toString()).isZero();
    assertThat(visits.database().query("select id, room from tests.visits order by id"))
        .containsExactly("1|Single", "2|Attic", "3|Double");
    assertThat(visits.letters("list").out()).isEqualTo("There are no such dead letters.\n");
    assertThat(visits.letters("list", "--status=replayed", "--format=json").out())
        .contains("\"attempts\" : 2", "\"status\" : \"replayed\"", "\"replayRun\" : \"2");

    visits.move();
    assertThat(visits.letters("list", "--format=json").out()).contains("\"attempts\" : 3");
    assertThat(visits.letters("discard", "--all").out()).isEqualTo("1 discarded\n");
    assertThat(visits.letters("list").out()).isEqualTo("There are no such dead letters.\n");
  }
}
