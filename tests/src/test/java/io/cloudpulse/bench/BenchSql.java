package io.cloudpulse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/**
 * Runs statements and prints the rows they give: a benchmark cannot count on psql being there.
 * {@code BenchSql URL STATEMENT...}; {@code BenchSql URL -} takes them as lines, each answered by
 * its rows and a line with a dot.
 */
final class BenchSql {
  private BenchSql() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement()) {
      if (args[1].equals("-")) {
        answer(statement);
      } else {
        for (int i = 1; i < args.length; i++) {
          run(statement, args[i]);
        }
      }
    }
  }

  private static void answer(Statement statement) throws SQLException, IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      run(statement, line);
      System.out.println(".");
    }
  }

  private static void run(Statement statement, String sql) throws SQLException {
    if (statement.execute(sql)) {
      print(statement.getResultSet());
    }
  }

  private static void print(ResultSet rows) throws SQLException {
    while (rows.next()) {
      StringJoiner row = new StringJoiner("\t");
      for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        row.add(rows.getString(column));
      }
      System.out.println(row);
    }
  }
}
