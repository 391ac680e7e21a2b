package io.cloudpulse.serving.datasets;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of the rows: by one field, those without it last, then by key; or by key alone. A page
 * begins after the last row of the one before, whatever was stored in between: no offset is
 * counted.
 *
 * @param sort a field, with a minus before it for descending; empty for the key alone
 */
record RowOrder(RowTable table, String sort) {
  boolean isByKey() {
    return sort.isEmpty();
  }

  private boolean isDescending() {
    return sort.startsWith("-");
  }

  String field() {
    return isDescending() ? sort.substring(1) : sort;
  }

  /** The {@code order by} clause. */
  String clause() {
    String column = RowTable.column(field());
    String first = isByKey() ? "" : column + (isDescending() ? " desc" : " asc") + " nulls last, ";
    return " order by " + first + key();
  }

  private String key() {
    return table.key().stream().map(RowTable::column).collect(Collectors.joining(", "));
  }

  /** Rows that come after one. */
  void after(Cursor cursor, Conditions conditions) {
    String keys = bound(cursor.key(), conditions);
    String later = "(" + key() + ") > (" + keys + ")";
    if (isByKey()) {
      conditions.add(later);
      return;
    }
    String column = RowTable.column(field());
    if (cursor.value() == null) {
      conditions.add(column + " is null and " + later);
      return;
    }
    String value = table.cast(field(), conditions.bind(cursor.value()));
    conditions.add(
        "%1$s %2$s %3$s or %1$s = %3$s and %4$s or %1$s is null"
            .formatted(column, isDescending() ? "<" : ">", value, later));
  }

  private String bound(List<String> values, Conditions conditions) {
    StringBuilder bound = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      bound
          .append(i == 0 ? "" : ", ")
          .append(table.cast(table.key().get(i), conditions.bind(values.get(i))));
    }
    return bound.toString();
  }
}
