package io.cloudpulse.transforms;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells the records that windows no longer take. A live source gives a record its event time as
 * timestamp, but to a late one the watermark that it came behind; so whoever has both can tell, and
 * all tell alike.
 */
public final class Lateness {
  private Lateness() {}

  /**
   * True if a record is too late for its windows.
   *
   * @param timestamp that the element has in the pipeline
   * @param allowed how far behind the watermark a window still takes records
   */
  public static boolean isLate(
      org.joda.time.Instant timestamp, Instant eventTime, Duration allowed) {
    return isLate(timestamp.getMillis(), eventTime.toEpochMilli(), allowed.toMillis());
  }

  /** As {@link #isLate(org.joda.time.Instant, Instant, Duration)}, in milliseconds. */
  public static boolean isLate(long timestamp, long eventTime, long allowed) {
    return eventTime < timestamp - allowed;
  }
}
