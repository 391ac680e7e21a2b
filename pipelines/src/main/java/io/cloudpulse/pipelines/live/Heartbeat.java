package io.cloudpulse.pipelines.live;

import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at a run from time to time, writes down that it lives and how, and tells all who watch. A
 * look that fails, such as at a database that is down, is passed over: the next one may succeed,
 * and whether the run does is not for its heartbeat to say.
 */
public final class Heartbeat implements AutoCloseable {
  private static final long STOP_SECONDS = 4;

  private final boolean streaming;
  private final Vitals vitals;
  private final Watchers watchers;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Heartbeat::daemon);
  private volatile boolean stopping;

  private Heartbeat(boolean streaming, Vitals vitals, Watchers watchers) {
    this.streaming = streaming;
    this.vitals = vitals;
    this.watchers = watchers;
  }

  /** Begins: a stream is looked at now, a batch, which may be short, a little later. */
  public static Heartbeat of(Watched run, Watchers watchers, Clock time) {
    return of(run.streaming(), new Snapshots(run, watchers.metricsPort(), time), watchers);
  }

  static Heartbeat of(boolean streaming, Vitals vitals, Watchers watchers) {
    Heartbeat heart = new Heartbeat(streaming, vitals, watchers);
    long period = watchers.period().toMillis();
    Future<?> unused =
        heart.clock.scheduleWithFixedDelay(
            heart::look, streaming ? 0 : period, period, TimeUnit.MILLISECONDS);
    return heart;
  }

  private void look() {
    if (!stopping) {
      try {
        LiveStatus status = vitals.take();
        watchers.all().forEach(watcher -> watcher.see(status));
        vitals.beat(LiveJson.of(status));
      } catch (SQLException | RuntimeException missed) {
        // The age of the last heartbeat tells.
      }
    }
  }

  /** The process is about to end: writes that down, within some seconds, and tells all. */
  public void stop() {
    stopping = true;
    try {
      Object unused = clock.submit(this::lastLook).get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException tooLate) {
      // The run shows as lost, then, which it is.
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private Void lastLook() throws SQLException {
    LiveStatus status = null;
    try {
      status = vitals.take();
    } finally {
      vitals.stop(status == null ? null : LiveJson.of(status));
    }
    for (LiveWatcher watcher : watchers.all()) {
      watcher.stopped(status);
    }
    return null;
  }

  /** True once the process was asked to end: what fails from then on fails of that. */
  public boolean isStopping() {
    return stopping;
  }

  /** The run has ended. Where a stream has come to is looked at once more. */
  @Override
  public void close() {
    if (streaming && !stopping) {
      Future<?> unused = clock.submit(this::look);
    }
    clock.shutdown();
    try {
      // A look that waits for a database must not hold up the end of the run.
      boolean unused = clock.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    if (!stopping) {
      clock.shutdownNow();
      watchers.all().forEach(LiveWatcher::close);
      vitals.close();
    }
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pulse-heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}
