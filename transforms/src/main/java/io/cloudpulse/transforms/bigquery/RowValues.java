package io.cloudpulse.transforms.bigquery;

import com.google.api.client.util.Data;
import com.google.api.services.bigquery.model.TableRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Reads a row of a query's answer, in which each value is text, as a dataset's carriers. */
final class RowValues {
  private final List<Column> columns;
  private final int size;
  private final int version;

  /**
   * Of rows that are asked for these columns.
   *
   * @param size how many values a whole row has
   */
  RowValues(List<Column> columns, int size) {
    this.columns = columns;
    this.size = size;
    this.version = columns.stream().map(Column::place).toList().indexOf(Column.OF_THE_VERSION);
  }

  /** What a query selects, so that the text says all that the column holds. */
  static String expression(Column column) {
    String name = quoted(column.name());
    return switch (column.kind()) {
      // As a number it would come in seconds, with a point.
      case TIMESTAMP -> "unix_micros(" + name + ")";
      // JSON's own null is a value.
      case JSON -> "if(" + name + " is null, null, to_json_string(" + name + "))";
      default -> name;
    };
  }

  /** A column of the table {@code t}: alone, one that is named like the table would mean a row. */
  static String quoted(String name) {
    return "t.`" + name + '`';
  }

  Object[] of(TableRow row) {
    Object[] values = new Object[size];
    for (int i = 0; i < columns.size(); i++) {
      String text = text(row, i);
      if (i != version && text != null) {
        values[columns.get(i).place()] = value(columns.get(i), text);
      }
    }
    return values;
  }

  long version(TableRow row) {
    return Long.parseLong(text(row, version));
  }

  /** The client does not read the cells of a row into objects of its own. */
  private static String text(TableRow row, int column) {
    Object cell = ((List<?>) row.get("f")).get(column);
    Object value = ((Map<?, ?>) cell).get("v");
    return Data.isNull(value) ? null : (String) value;
  }

  private static Object value(Column column, String text) {
    return switch (column.kind()) {
      case STRING, JSON -> text;
      case INT64 -> Long.valueOf(text);
      case FLOAT64 -> Double.valueOf(text);
      case NUMERIC, BIGNUMERIC -> new BigDecimal(text).setScale(column.scale());
      case BOOL -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS);
    };
  }
}
