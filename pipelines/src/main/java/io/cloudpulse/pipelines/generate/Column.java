package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Field;
import java.util.List;

/**
 * A column of the file.
 *
 * @param nulls the texts that mean null here, in the layout's encoding
 * @param mayBeNull true if a good record may go without a value
 */
record Column(Field field, String header, Values values, List<byte[]> nulls, boolean mayBeNull) {
  /** Stands for a value that is not there. */
  static final long NULL = Long.MIN_VALUE;

  private static final int FULL_FOR_EACH_NULL = 20;

  long draw(Dice dice) {
    return mayBeNull && dice.oneIn(FULL_FOR_EACH_NULL) ? NULL : values.draw(dice);
  }

  /** The number of the same value, rightly spelled. */
  long corrected(long number) {
    return isMisspelled(number) ? values.corrected(number) : number;
  }

  boolean isMisspelled(long number) {
    return number >= values.size();
  }
}
