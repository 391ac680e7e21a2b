package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;

/**
 * What to generate. The bytes of the file are a function of this and of nothing else.
 *
 * @param rows records in the file: good, bad and repeated ones together, at most {@link #MOST_ROWS}
 * @param dirty share of records with one planted fault
 * @param duplicates share of records that repeat an earlier good one byte for byte
 */
public record Recipe(
    Dataset dataset, Layout layout, long rows, long seed, double dirty, double duplicates) {
  public static final long MOST_ROWS = 1_000_000_000;

  /** With more, some bad or repeated record would have no good one before it to stand beside. */
  public static final double MOST_SPECIAL = 0.5;

  public Recipe {
    if (rows < 1 || rows > MOST_ROWS) {
      throw new IllegalArgumentException("rows was " + rows + ", but must be 1 to " + MOST_ROWS);
    }
    if (!(dirty >= 0 && duplicates >= 0 && dirty + duplicates <= MOST_SPECIAL)) {
      throw new IllegalArgumentException(
          "dirty was "
              + dirty
              + " and duplicates "
              + duplicates
              + ", but each must be 0 or more"
              + " and both together at most "
              + MOST_SPECIAL);
    }
  }

  long bad() {
    return part(dirty);
  }

  long repeated() {
    return part(duplicates);
  }

  /** Rounded down, but not from 29.999999 to 29: 0.03 is not exactly three hundredths. */
  private long part(double share) {
    return (long) Math.floor(rows * share + 1e-6);
  }
}
