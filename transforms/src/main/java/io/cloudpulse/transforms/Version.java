package io.cloudpulse.transforms;

import java.time.Instant;

/**
 * The number that orders the versions of a row: milliseconds since 1970 in the high 42 bits, which
 * last until 2109, and what breaks ties in the low 21. Never negative, so that every sink can order
 * by it.
 */
public final class Version {
  private static final int TIE_BITS = 21;
  private static final long TIE_MASK = (1L << TIE_BITS) - 1;
  private static final long LAST_MILLISECOND = (1L << (63 - TIE_BITS)) - 1;

  private Version() {}

  /**
   * Of a record that tells its own time: ties are broken by content, so that order and source
   * cannot matter.
   *
   * @throws Refusal if the time is before 1970 or after 2109
   */
  public static long ofRecord(String field, Instant time, long contentHash) {
    long millis = time.toEpochMilli();
    if (millis < 0 || millis > LAST_MILLISECOND) {
      throw Refusal.ofField(Reason.RANGE, field, time, "between 1970 and 2109 to be a version");
    }
    return millis << TIE_BITS | (contentHash & TIE_MASK);
  }

  /**
   * Of a record whose load tells the time: ties are broken by position, so that the later record of
   * a file wins. A position beyond the low bits carries into the milliseconds: a load takes up one
   * millisecond for each 2 MiB it reads.
   */
  public static long ofLoad(Instant asOf, long position) {
    return Math.addExact(asOf.toEpochMilli() << TIE_BITS, position);
  }
}
