package io.cloudpulse.transforms.activity;

import java.util.Arrays;

/** Sorts and merges tuples of longs that lie one after another in an array. */
final class TupleOrder {
  private TupleOrder() {}

  /** The tuples from one to another, in order. */
  static long[] sort(long[] cells, int from, int to, int width) {
    if (width == 1) {
      long[] copy = Arrays.copyOfRange(cells, from, to);
      Arrays.sort(copy);
      return copy;
    }
    long[][] tuples = new long[to - from][];
    for (int i = 0; i < tuples.length; i++) {
      int at = (from + i) * width;
      tuples[i] = Arrays.copyOfRange(cells, at, at + width);
    }
    Arrays.sort(tuples, Arrays::compare);
    long[] ordered = new long[tuples.length * width];
    for (int i = 0; i < tuples.length; i++) {
      System.arraycopy(tuples[i], 0, ordered, i * width, width);
    }
    return ordered;
  }

  /**
   * Puts the distinct ones of two ordered runs in order into {@code merged}.
   *
   * @param count how many tuples of {@code first} there are; all of {@code second} counts
   * @return how many they are
   */
  static int merge(long[] first, int count, long[] second, int width, long[] merged) {
    int size = 0;
    int left = 0;
    int right = 0;
    while (left < count * width || right < second.length) {
      boolean takesLeft =
          right >= second.length
              || (left < count * width && compare(first, left, second, right, width) <= 0);
      long[] from = takesLeft ? first : second;
      int at = takesLeft ? left : right;
      left += takesLeft ? width : 0;
      right += takesLeft ? 0 : width;
      if (size == 0 || compare(merged, (size - 1) * width, from, at, width) != 0) {
        System.arraycopy(from, at, merged, size * width, width);
        size++;
      }
    }
    return size;
  }

  private static int compare(long[] one, int at, long[] other, int otherAt, int width) {
    for (int i = 0; i < width; i++) {
      int order = Long.compare(one[at + i], other[otherAt + i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
