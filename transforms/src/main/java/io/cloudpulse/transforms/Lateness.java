package io.cloudpulse.transforms;

import java.time.Duration;
import org.joda.time.Instant;

/** Which records of a stream come too late for its windows. */
public final class Lateness {
  private Lateness() {}

  /**
   * Whether a record came too late. A source tells so by the element's timestamp alone: of a record
   * in time it is no later than the event time plus what is allowed. So every step decides alike,
   * on each retry, and asks no watermark.
   */
  public static boolean isLate(Instant elementTimestamp, Instant eventTime, Duration allowed) {
    return elementTimestamp.getMillis() - eventTime.getMillis() > allowed.toMillis();
  }
}
