package io.cloudpulse.tests.postgres;

import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresDeadLetters;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The server the tests run against, and a look into it. */
public final class TestDatabase {
  private static RunningPostgres server;

  private TestDatabase() {}

  static void use(RunningPostgres running) {
    server = running;
  }

  public static PostgresAddress address() {
    return PostgresAddress.parse(
        "%s?user=%s&password=secret://file%s"
            .formatted(server.jdbcUrl(), server.user(), server.passwordFile().toAbsolutePath()));
  }

  private static Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("set time zone 'UTC'");
    }
    return connection;
  }

  /** Each row as its columns joined by {@code |}. */
  public static List<String> query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row(found));
      }
      return rows;
    }
  }

  public static void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** What a run's ledger says: through, delivered, refused and superseded. */
  public static List<String> counts(String run) throws SQLException {
    return query(
        "select through, delivered, refused, superseded from pulse.sink_ranges where run = '"
            + run
            + "' order by range");
  }

  /** Removes what an earlier test run left behind. */
  public static void forget(String run) throws SQLException {
    PostgresDeadLetters.into(address()).prepare();
    for (String table : List.of("runs", "read_ranges", "sink_ranges", "dead_letters")) {
      execute("delete from pulse." + table + " where run = '" + run + "'");
    }
  }

  private static String row(ResultSet found) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      values.add(String.valueOf(found.getString(i)));
    }
    return String.join("|", values);
  }
}
