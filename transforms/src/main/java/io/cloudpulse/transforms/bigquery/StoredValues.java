package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.BigQueryShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.generic.IndexedRecord;

/**
 * Asks for a table's rows in types that are the same in any of BigQuery's formats, and makes a
 * dataset's carriers of them again: dates are days, times microseconds since 1970, numbers with a
 * point and JSON are texts.
 */
final class StoredValues {
  private final List<Column> columns;
  private final int size;

  /** Where the version is among the columns; -1 if it is not there. */
  private final int version;

  private StoredValues(Dataset dataset, Predicate<Column> wanted) {
    List<Column> all = Columns.of(dataset);
    this.columns = all.stream().filter(wanted).toList();
    this.size = Column.valuesOf(all);
    this.version = columns.stream().map(Column::place).toList().indexOf(Column.OF_THE_VERSION);
  }

  /** Of a dataset's rows, with their versions where the table has them. */
  static StoredValues of(Dataset dataset, boolean versioned) {
    return new StoredValues(
        dataset, column -> versioned || column.place() != Column.OF_THE_VERSION);
  }

  /** Of rows that were deleted: their keys, and what deleted them. */
  static StoredValues ofDeleted(Dataset dataset) {
    List<String> key = BigQueryShape.of(dataset).keyColumns();
    return new StoredValues(
        dataset, column -> key.contains(column.name()) || column.place() == Column.OF_THE_VERSION);
  }

  /** What a query selects of the table {@code t}, under names that are no column's. */
  String select() {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> expression(columns.get(i)) + " as value_" + i)
        .collect(Collectors.joining(", "));
  }

  /** What {@link #select} calls the version, of a table that holds them. */
  String versionName() {
    return "value_" + version;
  }

  private static String expression(Column column) {
    String name = RowValues.quoted(column.name());
    return switch (column.kind()) {
      case NUMERIC, BIGNUMERIC -> "cast(" + name + " as string)";
      case DATE -> "unix_date(" + name + ")";
      case TIMESTAMP, JSON -> RowValues.expression(column);
      default -> name;
    };
  }

  /** The dataset's fields in order, then the key's own columns; what no carrier holds as text. */
  Object[] row(IndexedRecord found) {
    Object[] row = new Object[size];
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Object value = found.get(i);
      if (value != null && column.place() != Column.OF_THE_VERSION) {
        row[column.place()] = value(column, value);
      }
    }
    return row;
  }

  /** 0 of a row that has none. */
  long version(IndexedRecord found) {
    Object told = version < 0 ? null : found.get(version);
    return told == null ? 0 : (Long) told;
  }

  private static Object value(Column column, Object value) {
    return switch (column.kind()) {
      case STRING, JSON -> value.toString();
      case INT64, FLOAT64, BOOL -> value;
      case NUMERIC, BIGNUMERIC -> number(new BigDecimal(value.toString()), column.scale());
      case DATE -> LocalDate.ofEpochDay((Long) value);
      case TIMESTAMP -> Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS);
    };
  }

  /** Not rounded: a number that has more digits than the field is for the reader to refuse. */
  private static Object number(BigDecimal number, int scale) {
    boolean fits = number.stripTrailingZeros().scale() <= scale;
    return fits ? number.setScale(scale) : number.toPlainString();
  }
}
