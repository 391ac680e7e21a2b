package io.cloudpulse.transforms.stocks;

import java.util.Collection;

/**
 * The version of a row that was computed of a look-back: of two rows of one day, that which knew
 * more days has the higher one, and of those that knew the same days, that which knew newer prices.
 * It is a sum over the known days, in which each counts for
 *
 * <ul>
 *   <li>31 * 2^42 milliseconds: a day more outweighs prices of all other days that are 17 years
 *       newer, where a year has 252;
 *   <li>the milliseconds of its newest version, at most 2^42;
 *   <li>the sixteenth part of one for each other version of that millisecond, at most 15.
 * </ul>
 *
 * So it grows with each record that changes the row, and never shrinks: whoever has seen all
 * records that another has seen, and one more that matters, has the higher version. In whole
 * sixteenths a day is less than 2^51, and all days of ten generations are less than 2^63.
 */
final class SignalVersion {
  /** How many of one millisecond are told apart. */
  static final int MOST_BEATEN = 15;

  private static final int SHARES = MOST_BEATEN + 1;
  private static final long MILLIS = 1L << 42;
  private static final long KNOWN = 31 * MILLIS;
  private static final long DAY = (KNOWN + MILLIS) * SHARES;

  static final int LAST_GENERATION = (int) (Long.MAX_VALUE / (DAY * LookBack.DAYS)) - 1;

  private SignalVersion() {}

  /**
   * Of a row.
   *
   * @param generation from 0 to {@link #LAST_GENERATION}
   * @param known of the {@link LookBack#DAYS} days up to that of the row
   */
  static long of(int generation, Collection<KnownPrice> known) {
    long sum = 0;
    for (KnownPrice day : known) {
      sum += (KNOWN + day.newest().versionMillis()) * SHARES + day.beaten().size();
    }
    return generation * DAY * LookBack.DAYS + sum;
  }
}
