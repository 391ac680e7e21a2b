package io.cloudpulse.schemas;

/**
 * How a time and what breaks ties make a version: milliseconds since 1970 in the high 42 bits,
 * which last until 2109, and the tie in the low 21.
 */
public final class VersionBits {
  /** Low bits of a version: what breaks ties. */
  public static final int TIE = 21;

  /** All of them. */
  public static final long TIE_MASK = (1L << TIE) - 1;

  private VersionBits() {}

  /**
   * A version.
   *
   * @param tie its low bits count
   */
  public static long of(long millis, long tie) {
    return millis << TIE | (tie & TIE_MASK);
  }

  /** The time of a version. */
  public static long millis(long version) {
    return version >>> TIE;
  }
}
