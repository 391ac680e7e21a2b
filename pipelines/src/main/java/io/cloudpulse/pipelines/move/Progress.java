package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import java.util.concurrent.Callable;

/** Shows how far a run is. */
public interface Progress {
  /** Starts to show what {@code totals} gives, from time to time. */
  void begin(Callable<RunTotals> totals);

  void end();

  /** Shows nothing. */
  static Progress none() {
    return new Progress() {
      @Override
      public void begin(Callable<RunTotals> totals) {}

      @Override
      public void end() {}
    };
  }
}
