package io.cloudpulse.transforms.activity;

import java.util.Arrays;

/**
 * A set of tuples of longs, all of one width. Union is its only operation, so that any order and
 * any repetition gives the same set; sets of the same tuples are equal, and equal bytes in {@link
 * TupleSetCoder}.
 *
 * <p>Kept as a sorted array with an unsorted end that is merged in when it has grown as long as the
 * rest: an addition costs O(log n) on average, and a tuple takes 8 bytes a column, at most twice
 * that for a moment.
 */
final class TupleSet {
  private static final int LEAST_END = 64;

  private final int width;
  private long[] cells;
  private int sorted;
  private int count;

  TupleSet(int width) {
    this(width, new long[0], 0);
  }

  /** Of tuples that are in order and distinct. */
  TupleSet(int width, long[] cells, int count) {
    this.width = width;
    this.cells = cells;
    this.sorted = count;
    this.count = count;
  }

  static TupleSet of(long... tuple) {
    return new TupleSet(tuple.length, tuple, 1);
  }

  int width() {
    return width;
  }

  int size() {
    settle();
    return count;
  }

  /** How many distinct tuples there are at least; costs nothing. */
  int leastSize() {
    return sorted;
  }

  /** One column of one of the tuples in their order, counted from 0, after {@link #size}. */
  long get(int tuple, int column) {
    return cells[tuple * width + column];
  }

  void add(long... tuple) {
    append(tuple, 1);
  }

  /** The other set is not changed. */
  void addAll(TupleSet other) {
    append(other.cells, other.count);
  }

  TupleSet copy() {
    int size = size();
    return new TupleSet(width, Arrays.copyOf(cells, size * width), size);
  }

  private void append(long[] tuples, int added) {
    int needed = Math.multiplyExact(Math.addExact(count, added), width);
    if (needed > cells.length) {
      cells = Arrays.copyOf(cells, Math.max(needed, cells.length + (cells.length >> 1)));
    }
    System.arraycopy(tuples, 0, cells, count * width, added * width);
    count += added;
    if (count - sorted > Math.max(LEAST_END, sorted)) {
      settle();
    }
  }

  private void settle() {
    if (count > sorted) {
      long[] end = TupleOrder.sort(cells, sorted, count, width);
      long[] merged = new long[count * width];
      count = TupleOrder.merge(cells, sorted, end, width, merged);
      cells = count * width == merged.length ? merged : Arrays.copyOf(merged, count * width);
      sorted = count;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TupleSet set
        && width == set.width
        && size() == set.size()
        && Arrays.equals(cells, 0, count * width, set.cells, 0, count * width);
  }

  @Override
  public int hashCode() {
    int hash = size();
    for (int i = 0; i < count * width; i++) {
      hash = 31 * hash + Long.hashCode(cells[i]);
    }
    return hash;
  }
}
