package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress as one line of a terminal that is written over; gone when the run ends. */
final class ProgressLine implements ProgressDisplay {
  private static final int EVERY_MILLIS = 500;

  private final String what;
  private final String colour;
  private ProgressBar bar;

  ProgressLine(String what, boolean coloured) {
    this.what = what;
    this.colour = coloured ? "\u001b[36m%s\u001b[0m" : "%s";
  }

  /** The line appears with the first counts: a short run shows none. */
  @Override
  public void show(RunTotals totals, Duration elapsed) {
    ProgressCounts counts = ProgressCounts.of(totals);
    if (bar == null) {
      bar = open(elapsed);
    }
    ProgressBar unused = bar.stepTo(counts.read()).setExtraMessage(line(counts, elapsed));
  }

  private String line(ProgressCounts counts, Duration elapsed) {
    return String.format(
        "%s  %ds  %s",
        String.format(colour, what), elapsed.toSeconds(), ProgressLog.line(counts, elapsed));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  /** How many records there are is known when all are read: a bar and a share would say nothing. */
  private static ProgressBar open(Duration elapsed) {
    return new ProgressBarBuilder()
        .setInitialMax(-1)
        .setRenderer((progress, width) -> progress.getExtraMessage())
        .setUpdateIntervalMillis(EVERY_MILLIS)
        .startsFrom(0, elapsed)
        .clearDisplayOnFinish()
        .build();
  }
}
