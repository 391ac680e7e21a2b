package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Asks for a run's counts from time to time. A count that cannot be had is passed over. */
final class PolledProgress implements Progress {
  private final ProgressDisplay display;
  private final Duration period;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(PolledProgress::daemon);
  private long began;

  PolledProgress(ProgressDisplay display, Duration period) {
    this.display = display;
    this.period = period;
  }

  @Override
  public void begin(Callable<RunTotals> totals) {
    began = System.nanoTime();
    ScheduledFuture<?> unused =
        clock.scheduleWithFixedDelay(
            () -> look(totals), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void end() {
    clock.shutdownNow();
    try {
      // A look that waits for a database must not hold up the end of the run.
      boolean unused = clock.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    display.close();
  }

  private void look(Callable<RunTotals> totals) {
    try {
      RunTotals found = totals.call();
      if (!clock.isShutdown()) {
        display.show(found, Duration.ofNanos(System.nanoTime() - began));
      }
    } catch (Exception missed) {
      // The next look may succeed; whether the run does is not for its progress to say.
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pulse-progress");
    thread.setDaemon(true);
    return thread;
  }
}
