package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import java.io.PrintWriter;
import java.time.Duration;

/** Progress as lines of a log, each readable on its own. */
record ProgressLog(PrintWriter out) implements ProgressDisplay {
  @Override
  public void show(RunTotals totals, Duration elapsed) {
    ProgressCounts counts = ProgressCounts.of(totals);
    if (counts.read() > 0) {
      out.println(line(counts, elapsed));
      out.flush();
    }
  }

  static String line(ProgressCounts counts, Duration elapsed) {
    return String.format(
        "read %,d records (%,d/s), refused %,d",
        counts.read(), counts.perSecond(elapsed), counts.refused());
  }

  @Override
  public void close() {}
}
