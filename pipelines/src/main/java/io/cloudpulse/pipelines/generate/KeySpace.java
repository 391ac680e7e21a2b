package io.cloudpulse.pipelines.generate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives each row a key of its own: the row's number, written with the key's columns as digits. The
 * column with the most values counts slowest, as an order's number does beside its lines' numbers,
 * unless another says that it does.
 */
final class KeySpace {
  private static final long FEW = 25;

  private final int[] columns;
  private final long[] radices;

  /**
   * @param columns places of the key's columns; none if rows need not differ
   * @param sizes how many values each of them has
   */
  KeySpace(int[] columns, long[] sizes, long rows) {
    this(columns, sizes, widest(sizes), FEW, rows);
  }

  private KeySpace(int[] columns, long[] sizes, int slowest, long most, long rows) {
    this.columns = columns.clone();
    long[] few = Arrays.stream(sizes).map(size -> Math.min(size, most)).toArray();
    if (columns.length > 0) {
      few[slowest] = sizes[slowest];
    }
    radices = holds(few, rows) ? few : sizes.clone();
    Impossible.unless(
        columns.length == 0 || holds(radices, rows),
        "there are fewer than %d keys: ask for fewer rows, or widen the key's min, max or allowed",
        rows);
    if (columns.length > 0) {
      slowest(slowest);
    }
  }

  /** Writes the key of a row into its draft. */
  void number(long row, Draft draft) {
    long rest = row;
    for (int i = 0; i < columns.length; i++) {
      draft.numbers[columns[i]] = rest % radices[i];
      rest /= radices[i];
    }
  }

  boolean has(int column) {
    return Arrays.stream(columns).anyMatch(key -> key == column);
  }

  static boolean holds(long[] sizes, long rows) {
    double room = Arrays.stream(sizes).asDoubleStream().reduce(1, (a, b) -> a * b);
    return room >= rows;
  }

  private static int widest(long[] sizes) {
    int widest = 0;
    for (int i = 1; i < sizes.length; i++) {
      widest = sizes[i] > sizes[widest] ? i : widest;
    }
    return widest;
  }

  private void slowest(int widest) {
    int last = columns.length - 1;
    int column = columns[widest];
    columns[widest] = columns[last];
    columns[last] = column;
    long radix = radices[widest];
    radices[widest] = radices[last];
    radices[last] = radix;
  }

  static KeySpace of(List<Column> columns, List<String> keyFields, long rows) {
    int[] places =
        IntStream.range(0, columns.size())
            .filter(i -> keyFields.contains(columns.get(i).field().name()))
            .toArray();
    long[] sizes = Arrays.stream(places).mapToLong(i -> columns.get(i).values().size()).toArray();
    for (int i = 0; i < places.length; i++) {
      if (columns.get(places[i]).values().countsSlowest()) {
        return new KeySpace(places, sizes, i, Math.max(FEW, rows / sizes[i] + 1), rows);
      }
    }
    return new KeySpace(places, sizes, rows);
  }
}
