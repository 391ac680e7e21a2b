package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads a dataset's table through plain JDBC, knowing nothing of how rows were written. A row comes
 * as its dataset's fields in order, then the key's own columns, each as its type's carrier or null;
 * what no carrier can hold (a numeric that is NaN) comes as text. One caller at a time.
 */
public final class TableReader implements AutoCloseable {
  private static final int ROWS_AT_A_TIME = 2_000;

  private final PostgresShape shape;
  private final PostgresAddress database;
  private final List<String> names = new ArrayList<>();
  private final List<ColumnReader> columns = new ArrayList<>();
  private Connection connection;

  public TableReader(Dataset dataset, PostgresAddress database) {
    this.shape = PostgresShape.of(dataset);
    this.database = database;
    dataset.fields().forEach(field -> add(field.name(), ColumnReader.of(field.type())));
    if (dataset.key().kind() != Key.Kind.FIELDS) {
      dataset.key().columns().forEach(name -> add(name, ColumnReader.ofKey(name)));
    }
  }

  private void add(String name, ColumnReader reader) {
    names.add(name);
    columns.add(reader);
  }

  /** Hands over each row of a part; holds only some of them at a time. */
  public void read(TablePart part, Consumer<Object[]> rows) throws SQLException {
    begin(part.snapshot());
    String blocks =
        " where ctid >= '(%d,0)'::tid and ctid < '(%d,0)'::tid"
            .formatted(part.fromBlock(), part.toBlock());
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet found = statement.executeQuery(select() + blocks)) {
        while (found.next()) {
          rows.accept(row(found));
        }
      }
    }
    connection.rollback();
  }

  /** The rows whose key columns have these texts: one, or none. */
  public List<Object[]> rowsWithKey(List<String> key) throws SQLException {
    connect();
    Map<String, String> types =
        shape.columns().stream()
            .collect(Collectors.toMap(PostgresShape.Column::name, PostgresShape.Column::sqlType));
    String where =
        shape.keyColumns().stream()
            .map(name -> PostgresShape.quoted(name) + " = ?::text::" + types.get(name))
            .collect(Collectors.joining(" and ", " where ", ""));
    try (PreparedStatement statement = connection.prepareStatement(select() + where)) {
      for (int i = 0; i < key.size(); i++) {
        statement.setString(i + 1, key.get(i));
      }
      try (ResultSet found = statement.executeQuery()) {
        List<Object[]> rows = new ArrayList<>();
        while (found.next()) {
          rows.add(row(found));
        }
        return rows;
      }
    } finally {
      connection.rollback();
    }
  }

  private String select() {
    return names.stream()
            .map(PostgresShape::quoted)
            .collect(Collectors.joining(", ", "select ", ""))
        + " from "
        + shape.quotedName();
  }

  private Object[] row(ResultSet found) throws SQLException {
    Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      Object value = columns.get(i).read(found, i + 1);
      row[i] = found.wasNull() ? null : value;
    }
    return row;
  }

  private void begin(String snapshot) throws SQLException {
    connect();
    connection.rollback();
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("set transaction isolation level repeatable read, read only");
      statement.addBatch("set transaction snapshot '" + snapshot + "'");
      int unused = statement.executeBatch().length;
    }
  }

  private void connect() throws SQLException {
    if (connection == null) {
      connection = database.connect();
    }
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
