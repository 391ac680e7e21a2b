package io.cloudpulse.pipelines.live;

/** Someone who is told where a run stands, from time to time; by one thread at a time. */
public interface LiveWatcher {
  void see(LiveStatus status);

  /** The process was asked to stop the run, and this is the last that will be seen of it. */
  default void stopped(LiveStatus status) {}

  /** The run has ended. Leaves the place as it was found. */
  default void close() {}
}
