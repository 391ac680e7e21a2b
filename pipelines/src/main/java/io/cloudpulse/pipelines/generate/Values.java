package io.cloudpulse.pipelines.generate;

/** The values a column may take, numbered from 0, and how each is written. */
abstract class Values {
  /** How many there are; the numbers below are the values that pass every check of their field. */
  abstract long size();

  /** The number of some value; numbers from {@link #size} on are misspellings, where there are. */
  long draw(Dice dice) {
    return dice.below(size());
  }

  /** The number of the value that a misspelling stands for. */
  long corrected(long misspelled) {
    return misspelled;
  }

  abstract void write(long number, LineBuffer out);

  /** The value as it is after reading, of the type's carrier class. */
  abstract Object value(long number);

  /** True if this number, beyond the allowed ones, still writes a text of the field's type. */
  boolean canWrite(long number) {
    return number >= 0 && number < size();
  }

  /** How many numbers from the edge a value surely is out of range. */
  long margin() {
    return 1;
  }

  /** True if, in a key, the others are told for each of these before the next. */
  boolean countsSlowest() {
    return false;
  }

  /** True if no text can hold a delimiter, a quote or a line break. */
  abstract boolean plain();

  /** True if no text starts with one of these. */
  boolean neverStartsWith(String characters) {
    return true;
  }

  /** True if JSON writes it without quotes. */
  abstract boolean bareInJson();
}
