package io.cloudpulse.transforms.decode;

import java.util.Arrays;

/** The texts of one record before they have a type, by column; reused from record to record. */
final class RawRecord {
  private char[][] text;
  private int[] from;
  private int[] length;
  private int columns;

  RawRecord(int columns) {
    text = new char[columns][];
    from = new int[columns];
    length = new int[columns];
  }

  void clear() {
    columns = 0;
  }

  /** Forgets all texts and has {@code count} columns, each without a text. */
  void clear(int count) {
    Arrays.fill(text, 0, Math.min(text.length, count), null);
    columns = count;
  }

  void add(char[] chars, int offset, int size) {
    if (columns == text.length) {
      grow();
    }
    set(columns++, chars, offset, size);
  }

  void set(int column, char[] chars, int offset, int size) {
    text[column] = chars;
    from[column] = offset;
    length[column] = size;
  }

  private void grow() {
    int size = columns * 2 + 8;
    text = Arrays.copyOf(text, size);
    from = Arrays.copyOf(from, size);
    length = Arrays.copyOf(length, size);
  }

  int columns() {
    return columns;
  }

  /** Null if the column has no text at all. */
  char[] text(int column) {
    return text[column];
  }

  int from(int column) {
    return from[column];
  }

  int length(int column) {
    return length[column];
  }
}
