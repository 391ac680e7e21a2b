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

/** Runs that saw only some of the events leave nothing behind once one has seen them all. */
class SessionOrphansTest {
  private static final int GAP = 30;

  @Property(tries = 500)
  void aWholeRunTakesBackWhatPartialRunsWrote(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 300) Integer> minutes,
      @ForAll long seed) {
    List<VersionedRecord> written = partialRuns(minutes, new Random(seed));

    written.addAll(run(minutes));

    assertThat(tableOf(written)).isEqualTo(tableOf(run(minutes)));
  }

  @Property(tries = 500)
  void whereASinkRemembersWhatIsGoneTheRunsMayComeInAnyOrder(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 300) Integer> minutes,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<VersionedRecord> written = partialRuns(minutes, random);

    written.addAll(run(minutes));
    Collections.shuffle(written, random);

    assertThat(tableOf(written)).isEqualTo(tableOf(run(minutes)));
  }

  private static List<String> tableOf(List<VersionedRecord> written) {
    return Table.of(FindSessions.DATASET, written).rows();
  }

  private static List<VersionedRecord> partialRuns(List<Integer> minutes, Random random) {
    List<VersionedRecord> written = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      written.addAll(run(minutes.stream().filter(minute -> random.nextBoolean()).toList()));
    }
    return written;
  }

  /** What is written of one user's events, each of another minute. */
  private static List<VersionedRecord> run(List<Integer> minutes) {
    List<VersionedRecord> written = new ArrayList<>();
    TupleSet session = new TupleSet(3);
    int before = 0;
    for (int minute : new TreeSet<>(minutes)) {
      if (minute >= before + GAP && session.size() > 0) {
        written.addAll(FindSessions.rows(0, 1, session));
        session = new TupleSet(3);
      }
      session.add(minute * 60_000_000L, minute, 0);
      before = minute;
    }
    if (session.size() > 0) {
      written.addAll(FindSessions.rows(0, 1, session));
    }
    return written;
  }
}
