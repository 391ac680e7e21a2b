package io.cloudpulse.transforms;

import com.google.auto.value.AutoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What came of reading one range of a source, once it is read to its end: a retry of the range
 * gives the same tally, which replaces the first. Or of a piece of a range that never ends: a retry
 * may cut other pieces, so it tells what became of which offsets.
 */
@DefaultSchema(AutoValueSchema.class)
@AutoValue
public abstract class RangeTally {
  /** As in {@link VersionedRecord#range}. */
  @SchemaFieldNumber("0")
  public abstract String getRange();

  /** Accepted and refused together. */
  @SchemaFieldNumber("1")
  public abstract long getRead();

  @SchemaFieldNumber("2")
  public abstract long getAccepted();

  /** How many were refused, by {@link Reason#code}. */
  @SchemaFieldNumber("3")
  public abstract Map<String, Long> getRefused();

  /** What else was counted, such as corrections or blank lines. */
  @SchemaFieldNumber("4")
  public abstract Map<String, Long> getCounters();

  /**
   * The same by offset, of a piece of a range that never ends. A tally that has none is of a whole
   * range.
   */
  @SchemaFieldNumber("5")
  public abstract List<OutcomeRun> getRuns();

  /** How far event time had come in a range that never ends; null if it had no event. */
  @SchemaFieldNumber("6")
  public abstract @Nullable Instant getWatermark();

  /** Of a range that was read to its end. */
  public static RangeTally of(
      String range,
      long read,
      long accepted,
      Map<String, Long> refused,
      Map<String, Long> counters) {
    return create(range, read, accepted, refused, counters, List.of(), null);
  }

  /** Of a piece of a range that never ends, without events. */
  public static RangeTally ofRuns(String range, List<OutcomeRun> runs) {
    return ofRuns(range, runs, null);
  }

  /** Of a piece of a range that never ends. */
  public static RangeTally ofRuns(
      String range, List<OutcomeRun> runs, @Nullable Instant watermark) {
    Map<String, Long> refused = new TreeMap<>();
    Map<String, Long> counters = new TreeMap<>();
    long accepted = 0;
    long read = 0;
    for (OutcomeRun run : runs) {
      String outcome = run.getOutcome();
      if (outcome.startsWith(OutcomeRun.COUNTER)) {
        String name = outcome.substring(OutcomeRun.COUNTER.length());
        counters.merge(name, run.size(), Long::sum);
        continue;
      }
      read += run.size();
      if (outcome.equals(OutcomeRun.ACCEPTED)) {
        accepted += run.size();
      } else {
        refused.merge(outcome, run.size(), Long::sum);
      }
    }
    return create(range, read, accepted, refused, counters, runs, watermark);
  }

  /** The one creator Beam's schema uses: every field, in order. */
  @SchemaCreate
  @SuppressWarnings("checkstyle:ParameterNumber")
  static RangeTally create(
      String range,
      long read,
      long accepted,
      Map<String, Long> refused,
      Map<String, Long> counters,
      List<OutcomeRun> runs,
      @Nullable Instant watermark) {
    return new AutoValue_RangeTally(range, read, accepted, refused, counters, runs, watermark);
  }

  /** What it says of offsets beyond one that was counted; nothing new is an empty tally. */
  public final RangeTally beyond(long through) {
    return ofRuns(
        getRange(),
        getRuns().stream()
            .filter(run -> run.getLast() > through)
            .map(
                run ->
                    OutcomeRun.of(
                        Math.max(run.getFirst(), through + 1), run.getLast(), run.getOutcome()))
            .toList(),
        getWatermark());
  }

  /** What it says of some ids, of a range that is a set. */
  public final RangeTally only(Set<Long> ids) {
    List<OutcomeRun> known = new ArrayList<>();
    for (OutcomeRun run : getRuns()) {
      for (long id = run.getFirst(); id <= run.getLast(); id++) {
        if (ids.contains(id)) {
          known.add(OutcomeRun.of(id, id, run.getOutcome()));
        }
      }
    }
    return ofRuns(getRange(), known, getWatermark());
  }

  /** The last offset it counts; -1 if it counts none. */
  public final long last() {
    return getRuns().stream().mapToLong(OutcomeRun::getLast).max().orElse(-1);
  }
}
