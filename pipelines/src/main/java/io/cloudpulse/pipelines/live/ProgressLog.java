package io.cloudpulse.pipelines.live;

import java.io.PrintWriter;
import java.util.function.Function;

/** Where a run stands, as lines of a log, one every five seconds, each readable on its own. */
public final class ProgressLog implements LiveWatcher {
  private static final long EVERY_SECONDS = 5;

  private final PrintWriter out;
  private final Function<LiveStatus, String> line;
  private long next = EVERY_SECONDS;

  private ProgressLog(PrintWriter out, Function<LiveStatus, String> line) {
    this.out = out;
    this.line = line;
  }

  /** Lines for a person. */
  public static ProgressLog words(PrintWriter out) {
    return new ProgressLog(out, LiveLine::of);
  }

  /** Lines of another kind. */
  public static ProgressLog lines(PrintWriter out, Function<LiveStatus, String> line) {
    return new ProgressLog(out, line);
  }

  @Override
  public void see(LiveStatus status) {
    if (status.runningSeconds() >= next && status.read() > 0) {
      next = status.runningSeconds() + EVERY_SECONDS;
      out.println(line.apply(status));
      out.flush();
    }
  }
}
