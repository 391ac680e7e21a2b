package io.cloudpulse.transforms.activity;

/**
 * From the first event of a session to its last, in microseconds since 1970. Times are cut to
 * milliseconds before they are compared with the gap, as Beam's own session windows do.
 */
record TimeSpan(long firstMicros, long lastMicros) {
  /** The last millisecond of event time at which another event may belong to it. */
  long endMillis(long gapMillis) {
    return Math.floorDiv(lastMicros, 1_000) + gapMillis - 1;
  }

  private long startMillis() {
    return Math.floorDiv(firstMicros, 1_000);
  }

  /** True if both are one session. */
  boolean meets(TimeSpan other, long gapMillis) {
    return startMillis() <= other.endMillis(gapMillis)
        && other.startMillis() <= endMillis(gapMillis);
  }
}
