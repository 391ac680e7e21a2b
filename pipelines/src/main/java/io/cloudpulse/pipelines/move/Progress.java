package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Shows how far a run is. */
public interface Progress {
  /** Starts to show what {@code totals} gives, from time to time. */
  void begin(Callable<RunTotals> totals);

  void end();

  /** A line of a terminal that is written over, from a run's second second on. */
  static Progress onTerminal(String what, boolean coloured) {
    return new PolledProgress(new ProgressLine(what, coloured), Duration.ofSeconds(1));
  }

  /** A line every five seconds. */
  static Progress inLog(PrintWriter log) {
    return new PolledProgress(new ProgressLog(log), Duration.ofSeconds(5));
  }

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
