package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of a dataset's table as a record's values: its fields in order, then the key's own
 * columns. What no carrier can hold (a numeric that is NaN) comes as text.
 */
final class TableColumns {
  private final PostgresShape shape;
  private final List<String> lacks;
  private final List<String> names = new ArrayList<>();
  private final List<ColumnReader> readers = new ArrayList<>();

  TableColumns(Dataset dataset) {
    this(dataset, List.of());
  }

  /**
   * The same of a table that lacks some of them, which come as null.
   *
   * @param lacks their names
   */
  TableColumns(Dataset dataset, List<String> lacks) {
    this.lacks = List.copyOf(lacks);
    this.shape = PostgresShape.of(dataset);
    dataset.fields().forEach(field -> add(field.name(), ColumnReader.of(field.type())));
    if (dataset.key().kind() != Key.Kind.FIELDS) {
      dataset.key().columns().forEach(name -> add(name, ColumnReader.ofKey(name)));
    }
  }

  private void add(String name, ColumnReader reader) {
    names.add(name);
    readers.add(reader);
  }

  int size() {
    return names.size();
  }

  /** Selects these columns, and others behind them. */
  String select(List<String> others) {
    List<String> all = new ArrayList<>(names);
    all.addAll(others);
    return all.stream().map(this::expression).collect(Collectors.joining(", ", "select ", ""))
        + " from "
        + shape.quotedName();
  }

  private String expression(String name) {
    return lacks.contains(name)
        ? "null::" + shape.column(name).sqlType()
        : PostgresShape.quoted(name);
  }

  /** The values of the row at hand. */
  Object[] row(ResultSet found) throws SQLException {
    Object[] row = new Object[readers.size()];
    for (int i = 0; i < row.length; i++) {
      Object value = readers.get(i).read(found, i + 1);
      row[i] = found.wasNull() ? null : value;
    }
    return row;
  }
}
