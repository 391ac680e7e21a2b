package io.cloudpulse.pipelines.live;

import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.util.Map;

/**
 * How many records a run has surely dealt with. Readers tell their counts when a range ends, sinks
 * at every flush: what a sink has taken was read, though no reader has said so yet.
 */
record RunCounts(long read, long accepted, long refused) {
  /** The step of dead letters whose records were accepted, but came too late to be summed up. */
  private static final String WINDOWS = "windows";

  static RunCounts of(RunTotals totals) {
    long kept = 0;
    for (Map.Entry<String, Long> step : totals.deadLetters().entrySet()) {
      kept += step.getKey().equals(WINDOWS) ? 0 : step.getValue();
    }
    long refused = Math.max(kept, totals.refusedInAll());
    long delivered = most(totals, false);
    return new RunCounts(
        Math.max(totals.read(), delivered + refused),
        Math.max(totals.accepted(), most(totals, true)),
        refused);
  }

  private static long most(RunTotals totals, boolean withRefused) {
    return totals.sinks().values().stream()
        .mapToLong((SinkTotals sink) -> sink.delivered() + (withRefused ? sink.refused() : 0))
        .max()
        .orElse(0);
  }
}
