package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.time.Duration;

/**
 * How many records a run has surely dealt with. Readers tell their counts when a range ends, sinks
 * at every flush: what a sink has taken was read, though no reader has said so yet.
 */
record ProgressCounts(long read, long refused) {
  static ProgressCounts of(RunTotals totals) {
    long kept = totals.deadLetters().values().stream().mapToLong(Long::longValue).sum();
    long refused = Math.max(kept, totals.refusedInAll());
    long taken = totals.sinks().values().stream().mapToLong(SinkTotals::delivered).max().orElse(0);
    return new ProgressCounts(Math.max(totals.read(), taken + refused), refused);
  }

  long perSecond(Duration elapsed) {
    return read * 1000 / Math.max(1, elapsed.toMillis());
  }
}
