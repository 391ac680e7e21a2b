package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database holds of a dataset that is to be read from it.
 *
 * @param problems what keeps its rows from being read, a sentence each
 * @param versioned whether the rows carry their versions
 * @param bytes how large the table is
 */
public record SourceTable(List<String> problems, boolean versioned, long bytes) {
  /** One that nothing is known of. */
  public static final SourceTable UNKNOWN = new SourceTable(List.of(), true, 0);

  /**
   * Looks, and changes nothing.
   *
   * @throws IllegalStateException if the database does not answer
   */
  public static SourceTable look(Dataset dataset, PostgresAddress database) {
    PostgresShape shape = PostgresShape.of(dataset);
    try (Connection connection = database.connect()) {
      connection.setReadOnly(true);
      TableFound found = TableFound.in(connection, shape.schema(), shape.table());
      if (!found.kind().equals("table")) {
        String kind = found.isThere() ? "a " + found.kind() + ", not a table" : "not there";
        return new SourceTable(
            List.of("table " + shape.quotedName() + " at " + database.place() + " is " + kind),
            true,
            0);
      }
      return new SourceTable(
          problems(shape, found, database),
          found.columns().containsKey(PostgresShape.VERSION_COLUMN),
          bytes(connection, shape));
    } catch (SQLException unreachable) {
      throw new IllegalStateException(
          "PostgreSQL at %s cannot be read: %s"
              .formatted(database.place(), unreachable.getMessage()),
          unreachable);
    }
  }

  private static List<String> problems(
      PostgresShape shape, TableFound found, PostgresAddress database) {
    List<String> problems = new ArrayList<>();
    for (PostgresShape.Column wanted : shape.columns()) {
      TableFound.Column column = found.columns().get(wanted.name());
      String name = "%s.%s at %s".formatted(shape.quotedName(), wanted.name(), database.place());
      if (column == null && !wanted.name().equals(PostgresShape.VERSION_COLUMN)) {
        problems.add("column " + name + " is missing");
      } else if (column != null && !column.sqlType().equals(wanted.sqlType())) {
        problems.add(
            "column %s is %s, but the dataset says %s"
                .formatted(name, column.sqlType(), wanted.sqlType()));
      }
    }
    return problems;
  }

  private static long bytes(Connection connection, PostgresShape shape) throws SQLException {
    try (PreparedStatement size =
        connection.prepareStatement("select pg_table_size(?::regclass)")) {
      size.setString(1, shape.quotedName());
      try (ResultSet found = size.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }
}
