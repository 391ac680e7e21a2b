package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a dataset's table through plain JDBC, knowing nothing of how rows were written. A row comes
 * as its dataset's fields in order, then the key's own columns, each as its type's carrier or null;
 * what no carrier can hold (a numeric that is NaN) comes as text. One caller at a time.
 */
public final class TableReader implements AutoCloseable {
  private static final int ROWS_AT_A_TIME = 2_000;
  private static final List<String> VERSION = List.of(PostgresShape.VERSION_COLUMN);

  private final PostgresShape shape;
  private final TableColumns columns;
  private final SnapshotSession session;

  public TableReader(Dataset dataset, PostgresAddress database) {
    this(dataset, database, List.of());
  }

  /**
   * The same of a table that lacks some fields, which come as null.
   *
   * @param lacks their names
   */
  public TableReader(Dataset dataset, PostgresAddress database, List<String> lacks) {
    this.shape = PostgresShape.of(dataset);
    this.columns = new TableColumns(dataset, lacks);
    this.session = new SnapshotSession(database);
  }

  /** Takes each row that is found. */
  @FunctionalInterface
  public interface Rows {
    void take(Object[] values, long version);
  }

  /** Hands over each row of a part; holds only some of them at a time. */
  public void read(TablePart part, Rows rows) throws SQLException {
    Connection connection = session.at(part.snapshot());
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      String select = columns.select(VERSION) + " where " + part.blocks();
      try (ResultSet found = statement.executeQuery(select)) {
        while (found.next()) {
          rows.take(columns.row(found), found.getLong(columns.size() + 1));
        }
      }
    }
    connection.rollback();
  }

  /** A row with its version. */
  @SuppressWarnings("ArrayRecordComponent") // one caller reads it and lets it go
  public record Row(Object[] values, long version) {}

  /** The rows whose key columns have these texts: one, or none. */
  public List<Row> rowsWithKey(List<String> key) throws SQLException {
    Connection connection = session.now();
    String where =
        shape.keyColumns().stream()
            .map(name -> PostgresShape.quoted(name) + " = ?::text::" + shape.column(name).sqlType())
            .collect(Collectors.joining(" and ", " where ", ""));
    try (PreparedStatement statement =
        connection.prepareStatement(columns.select(VERSION) + where)) {
      for (int i = 0; i < key.size(); i++) {
        statement.setString(i + 1, key.get(i));
      }
      try (ResultSet found = statement.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (found.next()) {
          rows.add(new Row(columns.row(found), found.getLong(columns.size() + 1)));
        }
        return rows;
      }
    } finally {
      connection.rollback();
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
