package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import java.time.Duration;

/** Where a person sees how far a run is. Called by one thread at a time. */
interface ProgressDisplay {
  void show(RunTotals totals, Duration elapsed);

  /** Leaves the place as it was found. */
  void close();
}
