package io.cloudpulse.tests.sinks;

import static io.cloudpulse.tests.sinks.Deliveries.row;
import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What every sink promises, whatever its system. */
public abstract class SinkContract {
  protected Dataset dataset;
  protected String run;

  /** The system's sink, counting in the test database. */
  protected abstract Sink sink(String ofRun);

  /** Each row that a reader sees, as {@code id|customer|version}, by id. */
  protected abstract List<String> stored() throws Exception;

  /** Removes what the sink made for the dataset. */
  protected abstract void drop() throws Exception;

  /** A record that the system refuses for what it holds. */
  protected abstract VersionedRecord bad(long ordinal);

  /** How the message of its dead letter begins. */
  protected abstract String whyBad();

  /** Whether the system says which records changed nothing. */
  protected boolean saysWhatIsSuperseded() {
    return true;
  }

  @BeforeEach
  final void nameTheTargetAfterTheTest(TestInfo test) throws Exception {
    String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    dataset = Deliveries.dataset(name);
    drop();
    run = sink("").name() + "-" + name;
    TestDatabase.forget(run);
    TestDatabase.forget(run + "b");
  }

  protected final void send(String ofRun, List<VersionedRecord> range) {
    SinkRun.send(sink(ofRun), dataset, range);
  }

  @Test
  final void storesManyNewRows() throws Exception {
    send(run, rows(1, 2_500, 7));

    assertThat(stored())
        .hasSize(2_500)
        .contains("1|customer 1|7", "2000|customer 2000|7", "2500|customer 2500|7");
    assertThat(counts()).containsExactly("2500|2500|0|0");
  }

  @Test
  final void keepsTheNewestVersionWhateverComesLast() throws Exception {
    send(run, List.of(row(1, 1, 5, "old"), row(2, 2, 5, "old")));
    send(run + "b", List.of(row(1, 1, 6, "new"), row(2, 2, 4, "older")));

    assertThat(stored()).containsExactly("1|new|6", "2|old|5");
  }

  @Test
  final void countsWhatChangesNothingAsSuperseded() throws Exception {
    send(run, rows(1, 10, 5));
    send(run + "b", rows(1, 12, 5));

    assertThat(TestDatabase.counts(run + "b")).containsExactly("12|12|0|" + superseded(10));
  }

  @Test
  final void storesAKeyThatABatchHoldsTwiceOnce() throws Exception {
    send(run, List.of(row(1, 1, 5, "a"), row(2, 1, 9, "newest"), row(3, 1, 7, "c")));

    assertThat(stored()).containsExactly("1|newest|9");
    assertThat(counts()).containsExactly("3|3|0|" + superseded(2));
  }

  @Test
  final void refusesTheBadRowsAloneAndKeepsTheirNeighbours() throws Exception {
    List<VersionedRecord> rows = new ArrayList<>(rows(1, 2_000, 1));
    rows.set(700, bad(701));
    rows.set(1_999, bad(2_000));

    send(run, rows);

    assertThat(stored()).hasSize(1_998);
    assertThat(counts()).containsExactly("2000|1998|2|0");
    assertThat(deadLetters("step, reason, source, byte_offset, attempts, status, message"))
        .satisfiesExactly(one -> assertRefused(one, 7_010), two -> assertRefused(two, 20_000));
  }

  private void assertRefused(String letter, int offset) {
    assertThat(letter)
        .startsWith(
            "%s|sink|files:/in/deliveries.csv|%d|1|open|%s"
                .formatted(sink(run).address(), offset, whyBad()));
  }

  @Test
  final void givesTheSameRowsInAnyOrder() throws Exception {
    List<VersionedRecord> rows =
        new ArrayList<>(
            IntStream.rangeClosed(1, 3_000)
                .mapToObj(i -> row(i, i % 50, i * 31 % 3_001, "version " + i * 31 % 3_001))
                .toList());
    send(run, rows);
    List<String> expected = stored();
    drop();
    Collections.shuffle(rows, new Random(42));
    send(run + "b", Deliveries.renumbered(rows));

    assertThat(stored()).hasSize(50).isEqualTo(expected);
  }

  @Test
  final void countsARangeOnceHoweverOftenItComes() throws Exception {
    List<VersionedRecord> rows = new ArrayList<>(rows(1, 4_100, 3));
    rows.set(99, bad(100));

    send(run, rows);
    send(run, rows);

    assertThat(counts()).containsExactly("4100|4099|1|0");
    assertThat(deadLetters("attempts")).containsExactly("1");
  }

  @Test
  final void countsOnlyWhatAPartlyStoredRangeHasLeft() throws Exception {
    send(run, rows(1, 1_234, 3));
    send(run, rows(1, 5_000, 3));

    assertThat(stored()).hasSize(5_000);
    assertThat(counts()).containsExactly("5000|5000|0|0");
  }

  private int superseded(int records) {
    return saysWhatIsSuperseded() ? records : 0;
  }

  protected final List<String> counts() throws Exception {
    return TestDatabase.counts(run);
  }

  /** Columns of what the run refused, by offset. */
  protected final List<String> deadLetters(String columns) throws Exception {
    return TestDatabase.query(
        "select %s from pulse.dead_letters where run = '%s' order by byte_offset"
            .formatted(columns, run));
  }
}
