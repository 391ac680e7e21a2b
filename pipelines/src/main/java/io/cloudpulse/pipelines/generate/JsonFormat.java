package io.cloudpulse.pipelines.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One JSON object a line; a header with dots in it is a path into objects within. */
final class JsonFormat implements RecordFormat {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final Column[] columns;
  private final int[] order;
  private final byte[][] leads;
  private final byte[] end;

  JsonFormat(List<Column> columns, Alphabet alphabet) {
    this.columns = columns.toArray(Column[]::new);
    List<List<String>> paths = columns.stream().map(JsonFormat::path).toList();
    order = siblingsTogether(paths);
    leads = new byte[order.length][];
    List<String> open = List.of();
    for (int i = 0; i < order.length; i++) {
      List<String> path = paths.get(order[i]);
      leads[i] = alphabet.bytes(lead(open, path, i == 0));
      open = path.subList(0, path.size() - 1);
    }
    end = alphabet.bytes("}".repeat(open.size() + 1) + "\n");
  }

  private static List<String> path(Column column) {
    return Arrays.asList(column.header().split("\\."));
  }

  /** Columns in their own order, but each object's members where its first one stands. */
  private static int[] siblingsTogether(List<List<String>> paths) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> places(paths, paths.get(i)), Arrays::compare));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** For each part of the path, where a path that starts alike is first seen. */
  private static int[] places(List<List<String>> paths, List<String> path) {
    int[] places = new int[path.size()];
    for (int depth = 1; depth <= path.size(); depth++) {
      List<String> start = path.subList(0, depth);
      while (!startsWith(paths.get(places[depth - 1]), start)) {
        places[depth - 1]++;
      }
    }
    return places;
  }

  private static boolean startsWith(List<String> path, List<String> start) {
    return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
  }

  /** What stands between two values: the objects that end, those that begin, and the name. */
  private static String lead(List<String> open, List<String> path, boolean first) {
    int shared = 0;
    while (shared < Math.min(open.size(), path.size() - 1)
        && open.get(shared).equals(path.get(shared))) {
      shared++;
    }
    StringBuilder lead = new StringBuilder("}".repeat(open.size() - shared));
    lead.append(first ? '{' : ',');
    for (String parent : path.subList(shared, path.size() - 1)) {
      lead.append('"').append(parent).append("\":{");
    }
    return lead.append('"').append(path.get(path.size() - 1)).append("\":").toString();
  }

  @Override
  public void writeHead(LineBuffer out) {}

  @Override
  public void write(Draft draft, Dice dice, LineBuffer out) {
    for (int i = 0; i < order.length; i++) {
      out.put(leads[i]);
      int column = order[i];
      if (draft.isReplaced(column)) {
        writeReplacement(draft, out);
      } else {
        writeValue(columns[column], draft.numbers[column], out);
      }
    }
    out.put(end);
  }

  private static void writeReplacement(Draft draft, LineBuffer out) {
    int start = out.length();
    out.put(draft.replacement());
    if (!draft.isVerbatim()) {
      out.quoteJsonFrom(start);
    }
  }

  private static void writeValue(Column column, long number, LineBuffer out) {
    if (number == Column.NULL) {
      out.put(NULL);
      return;
    }
    int start = out.length();
    column.values().write(number, out);
    if (!column.values().bareInJson()) {
      out.quoteJsonFrom(start);
    }
  }
}
