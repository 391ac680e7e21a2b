package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.pipelines.text.AlignedTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the database as any of its readers would: plain SQL over JDBC. */
final class Answers implements AutoCloseable {
  private final Connection connection;

  private Answers(Connection connection) {
    this.connection = connection;
  }

  static Answers from(RunningPostgres server) throws SQLException {
    return new Answers(
        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password()));
  }

  /** The answer as an aligned table, its column names first. */
  List<String> to(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      AlignedTable table = new AlignedTable();
      ResultSetMetaData columns = rows.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      table.add(names);
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
          row.add(text(rows.getObject(i)));
        }
        table.add(row);
      }
      return table.lines();
    }
  }

  long rowsIn(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      return count.next() ? count.getLong(1) : 0;
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Number number ? AlignedTable.number(number) : value.toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
