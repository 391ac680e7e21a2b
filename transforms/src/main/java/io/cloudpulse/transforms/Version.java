package io.cloudpulse.transforms;

import io.cloudpulse.schemas.VersionBits;
import java.time.Instant;

/**
 * The number that orders the versions of a row: milliseconds since 1970 in the high 42 bits, which
 * last until 2109, and what breaks ties in the low 21. Never negative, so that every sink can order
 * by it.
 */
public final class Version {
  private static final int COUNT_BITS = 63 - VersionBits.TIE;
  private static final long LAST_MILLISECOND = (1L << COUNT_BITS) - 1;

  private static final int MODEL_BITS = 14;
  private static final int SESSION_BITS = 17;
  private static final long LAST_SECOND = (1L << (63 - MODEL_BITS - SESSION_BITS)) - 1;
  private static final long GREATEST_SESSION = (1L << SESSION_BITS) - 1;

  /** No model has a greater number. */
  public static final int GREATEST_MODEL = (1 << MODEL_BITS) - 1;

  /** No row is computed of so many records. */
  public static final long GREATEST_COUNT = LAST_MILLISECOND;

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
    return VersionBits.of(millis, contentHash);
  }

  /**
   * Of a record whose load tells the time: ties are broken by position, so that the later record of
   * a file wins. A position beyond the low bits carries into the milliseconds: a load takes up one
   * millisecond for each 2 MiB it reads.
   */
  public static long ofLoad(Instant asOf, long position) {
    return Math.addExact(asOf.toEpochMilli() << VersionBits.TIE, position);
  }

  /** When a load was true, of a version that {@link #ofLoad} made of it and the position. */
  public static Instant asOfLoad(long version, long position) {
    return Instant.ofEpochMilli((version - position) >> VersionBits.TIE);
  }

  /** Milliseconds since 1970 in a version of a record. */
  public static long millis(long version) {
    return version >>> VersionBits.TIE;
  }

  /**
   * Of a row computed from many records: what counted more of them replaces what counted fewer, and
   * a rebuild has a higher generation, which replaces them all.
   *
   * @param generation from 0 to 2,097,151
   * @param counted how many distinct records went into it, up to 2^42 - 1
   */
  public static long ofCount(int generation, long counted) {
    if (generation < 0
        || generation > VersionBits.TIE_MASK
        || counted < 0
        || counted > LAST_MILLISECOND) {
      throw new IllegalArgumentException(
          "generation was %d and counted %d: too large for a version"
              .formatted(generation, counted));
    }
    return (long) generation << COUNT_BITS | counted;
  }

  /**
   * Of what a model says of the newest of several records: the later second wins; of one second,
   * what counted more records; of the same records, the model of the higher number.
   *
   * @param last when the newest of the records happened, from 1970 to 2106
   * @param counted how many records went into it; beyond 131,071 more are not told from each other
   * @param model from 1 to {@link #GREATEST_MODEL}
   */
  public static long ofPrediction(Instant last, long counted, int model) {
    long second = last.getEpochSecond();
    if (second < 0 || second > LAST_SECOND || counted < 0 || model < 1 || model > GREATEST_MODEL) {
      throw new IllegalArgumentException(
          "time was %s, counted %d and model %d: no version is made of them"
              .formatted(last, counted, model));
    }
    long session = Math.min(counted, GREATEST_SESSION);
    return (second << SESSION_BITS | session) << MODEL_BITS | model;
  }
}
