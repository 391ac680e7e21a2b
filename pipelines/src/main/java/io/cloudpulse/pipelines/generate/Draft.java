package io.cloudpulse.pipelines.generate;

import java.util.Arrays;

/** One record before it is written: the number of a value for each column, and what is wrong. */
final class Draft {
  private static final byte[] NOTHING = {};

  final long[] numbers;
  private int width;
  private int replacedColumn;
  private byte[] replacement;
  private boolean verbatim;
  private boolean sheltering;

  Draft(int columns) {
    numbers = new long[columns];
    clear();
  }

  void clear() {
    Arrays.fill(numbers, Column.NULL);
    width = numbers.length;
    replacedColumn = numbers.length;
    replacement = NOTHING;
    verbatim = false;
    sheltering = false;
  }

  /** How many values to write: fewer or more than there are columns is a fault. */
  int width() {
    return width;
  }

  void width(int values) {
    width = values;
  }

  /** Writes this text in a column instead of a value, with quotes if it needs them. */
  void replace(int column, byte[] text) {
    replacedColumn = column;
    replacement = text;
  }

  /** Writes these bytes in a column as they are. */
  void replaceVerbatim(int column, byte[] bytes) {
    replace(column, bytes);
    verbatim = true;
  }

  boolean isReplaced(int column) {
    return column == replacedColumn;
  }

  byte[] replacement() {
    return replacement;
  }

  boolean isVerbatim() {
    return verbatim;
  }

  /** Makes this record end the quote that the record before it left open, in its first byte. */
  void shelter() {
    sheltering = true;
  }

  boolean isSheltering() {
    return sheltering;
  }
}
