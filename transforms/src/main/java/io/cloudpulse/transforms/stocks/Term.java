package io.cloudpulse.transforms.stocks;

import java.time.Duration;
import org.joda.time.Instant;

/**
 * A stretch of days whose rows are computed together, as long as a look-back: so a price is looked
 * back on from two of them at most, its own and the next.
 *
 * @param number of the stretch since 1970
 */
record Term(long number) {
  static Term of(long day) {
    return new Term(Math.floorDiv(day, (long) LookBack.DAYS));
  }

  /** The last from whose days a day is looked back on. */
  static Term lastAbout(long day) {
    return of(day + LookBack.DAYS - 1);
  }

  long first() {
    return number * LookBack.DAYS;
  }

  long last() {
    return first() + LookBack.DAYS - 1;
  }

  /** When no price of a stream can be about it any more. */
  Instant over(Duration allowedLateness) {
    return Instant.ofEpochMilli(Duration.ofDays(last() + 1).plus(allowedLateness).toMillis());
  }
}
