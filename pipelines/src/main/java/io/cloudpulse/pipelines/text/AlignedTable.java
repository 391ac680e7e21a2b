package io.cloudpulse.pipelines.text;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of text with their columns below each other; numbers stand to the right. */
public final class AlignedTable {
  private final List<List<String>> rows = new ArrayList<>();

  public void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  public static String number(Number number) {
    return NumberFormat.getInstance(Locale.ROOT).format(number);
  }

  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String side = isNumbers(column) ? "" : "-";
      line.append(String.format("%" + side + width(column) + "s  ", row.get(column)));
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
  }

  /** Judged by the rows below the names. */
  private boolean isNumbers(int column) {
    return rows.size() > 1
        && rows.stream().skip(1).allMatch(row -> row.get(column).matches("[-0-9.,]*"));
  }
}
