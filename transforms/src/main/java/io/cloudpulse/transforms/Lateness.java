package io.cloudpulse.transforms;

import java.time.Duration;
import org.joda.time.Instant;

/**
 * Tells the records that windows no longer take. A live source gives a record its event time as
 * timestamp, but to a late one the watermark that it came behind; so whoever has both can tell, all
 * tell alike, on each retry, and nobody asks for a watermark.
 */
public final class Lateness {
  private Lateness() {}

  /**
   * True if a record is too late for its windows.
   *
   * @param timestamp that the element has in the pipeline
   * @param allowed how far behind the watermark a window still takes records
   */
  public static boolean isLate(Instant timestamp, Instant eventTime, Duration allowed) {
    return isLate(timestamp.getMillis(), eventTime.getMillis(), allowed.toMillis());
  }

  /** The same, in milliseconds. */
  public static boolean isLate(long timestamp, long eventTime, long allowed) {
    return eventTime < timestamp - allowed;
  }
}
