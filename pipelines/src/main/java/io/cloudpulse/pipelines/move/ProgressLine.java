package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as one line of a terminal that is written over; gone when the run ends. */
final class ProgressLine implements ProgressDisplay {
  private static final int EVERY_MILLIS = 500;

  private final String what;
  private final ProgressBarStyle style;
  private ProgressBar bar;

  ProgressLine(String what, boolean coloured) {
    this.what = what;
    this.style =
        coloured ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.UNICODE_BLOCK;
  }

  /** The line appears with the first counts: a short run shows none. */
  @Override
  public void show(RunTotals totals, Duration elapsed) {
    ProgressCounts counts = ProgressCounts.of(totals);
    if (bar == null) {
      bar = open(elapsed);
    }
    ProgressBar unused =
        bar.stepTo(counts.read()).setExtraMessage(String.format(" refused %,d", counts.refused()));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  /** How many records there are is known when all are read. */
  private ProgressBar open(Duration elapsed) {
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(-1)
        .setUnit(" rows", 1)
        .setStyle(style)
        .setUpdateIntervalMillis(EVERY_MILLIS)
        .startsFrom(0, elapsed)
        .showSpeed()
        .clearDisplayOnFinish()
        .build();
  }
}
