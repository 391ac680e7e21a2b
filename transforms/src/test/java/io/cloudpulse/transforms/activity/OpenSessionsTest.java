package io.cloudpulse.transforms.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {
  private static final long GAP = 30_000;

  /** Whatever the order of events and looks, the rows are those of the events in their order. */
  @Property(tries = 500)
  void anyOrderLeavesTheSameRows(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 0, max = 300) Integer> seconds,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Integer> shuffled = new ArrayList<>(new TreeSet<>(seconds));
    Collections.shuffle(shuffled, random);

    assertThat(rows(shuffled, random)).isEqualTo(rows(new TreeSet<>(seconds), new Random(1)));
  }

  private static List<String> rows(Iterable<Integer> seconds, Random looks) {
    List<VersionedRecord> written = new ArrayList<>();
    OpenSessions open = OpenSessions.NONE;
    for (int second : seconds) {
      TreeSet<Long> starts = new TreeSet<>();
      open = open.with(event(second), GAP, starts);
      starts
          .tailSet(starts.first(), false)
          .forEach(start -> written.add(FindSessions.noStart(0, 1, start)));
      open = look(open, looks.nextInt(400) * 1_000L, written);
    }
    assertThat(look(open, 1_000_000, written).sessions()).allMatch(OpenSessions.Session::told);
    return Table.of(FindSessions.DATASET, written).rows();
  }

  /** Nothing is forgotten: events come in any order. */
  private static OpenSessions look(OpenSessions open, long millis, List<VersionedRecord> written) {
    List<EventTotals> closed = new ArrayList<>();
    OpenSessions left = open.at(millis, GAP, Long.MAX_VALUE / 2, closed);
    closed.forEach(totals -> written.add(FindSessions.row(0, 1, totals)));
    return left;
  }

  private static EventTotals event(int second) {
    return new EventTotals(1, 1, 100, second * 1_000_000L, second * 1_000_000L);
  }

  @Test
  void isToldOnceThenForgotten() {
    List<EventTotals> closed = new ArrayList<>();
    OpenSessions open = OpenSessions.NONE.with(event(10), GAP, new TreeSet<>());
    assertThat(open.nextDue(GAP, 5_000)).isEqualTo(39_999);

    OpenSessions early = open.at(39_998, GAP, 5_000, closed);
    assertThat(closed).isEmpty();
    OpenSessions told = early.at(39_999, GAP, 5_000, closed);
    assertThat(closed).containsExactly(event(10));
    assertThat(told.nextDue(GAP, 5_000)).isEqualTo(44_999);
    OpenSessions again = told.at(44_998, GAP, 5_000, closed);
    assertThat(closed).hasSize(1);
    assertThat(again.at(44_999, GAP, 5_000, closed).sessions()).isEmpty();
    assertThat(closed).hasSize(1);
  }

  @Test
  void exactlyTheGapLaterIsAnother() {
    TreeSet<Long> starts = new TreeSet<>();
    OpenSessions open = OpenSessions.NONE.with(event(10), GAP, starts).with(event(40), GAP, starts);

    assertThat(open.sessions()).hasSize(2);
  }

  @Test
  void comesBackFromItsBytes() throws Exception {
    OpenSessions open =
        OpenSessions.NONE
            .with(event(10), GAP, new TreeSet<>())
            .at(50_000, GAP, 100_000, new ArrayList<>())
            .with(event(90), GAP, new TreeSet<>())
            .dueAt(119_999);

    assertThat(CoderUtils.clone(new OpenSessionsCoder(), open)).isEqualTo(open);
  }
}
