package io.cloudpulse.pipelines.live;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Where a run stands, as one line of a terminal that is written over; gone when the run ends. */
public final class ProgressLine implements LiveWatcher {
  private static final int EVERY_MILLIS = 500;

  private final String what;
  private final String colour;
  private ProgressBar bar;

  public ProgressLine(String what, boolean coloured) {
    this.what = what;
    this.colour = coloured ? "\u001b[36m%s\u001b[0m" : "%s";
  }

  /** The line appears with the first counts: a short run shows none. */
  @Override
  public void see(LiveStatus status) {
    if (bar == null) {
      bar = open(Duration.ofSeconds(status.runningSeconds()));
    }
    ProgressBar unused = bar.stepTo(status.read()).setExtraMessage(line(status));
  }

  private String line(LiveStatus status) {
    return String.format(
        "%s  %ds  %s",
        String.format(colour, what), status.runningSeconds(), LiveLine.shortly(status));
  }

  @Override
  public void stopped(LiveStatus status) {
    close();
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
        .continuousUpdate()
        .startsFrom(0, elapsed)
        .clearDisplayOnFinish()
        .build();
  }
}
