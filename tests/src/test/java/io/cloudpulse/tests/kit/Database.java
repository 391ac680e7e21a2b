package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.local.RunningPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A database of one test: the tables of datasets have fixed names. */
public final class Database implements CloseableResource, AutoCloseable {
  private final RunningPostgres server;
  private final String name;

  private Database(RunningPostgres server, String name) {
    this.server = server;
    this.name = name;
  }

  /** An empty one, to be closed by whoever asked for it. */
  public static Database create(RunningPostgres server, String name) {
    try {
      new Database(server, "postgres").execute("create database " + name);
      return new Database(server, name);
    } catch (SQLException failure) {
      throw new IllegalStateException("no database for the test", failure);
    }
  }

  /** A new one that begins with what this one holds, to be closed by whoever asked for it. */
  public Database copy(String copyName) throws SQLException {
    new Database(server, "postgres")
        .execute("create database %s template %s".formatted(copyName, name));
    return new Database(server, copyName);
  }

  /** What {@code --sink} takes. */
  public String sink() {
    return "%s?user=%s&password=secret://file%s"
        .formatted(url(), server.user(), server.passwordFile().toAbsolutePath());
  }

  /** The same by another name of this machine, the password kept elsewhere. */
  public String sink(String host, String password) {
    return "%s?user=%s&password=%s"
        .formatted(url().replaceFirst("//[^:/]+", "//" + host), server.user(), password);
  }

  /** As JDBC takes it, without the password. */
  public String address() {
    return url() + "?user=" + server.user();
  }

  /** What must never be sent anywhere. */
  public String password() {
    return server.password();
  }

  private String url() {
    return server.jdbcUrl().replaceAll("/[^/]*$", "/" + name);
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), server.user(), server.password());
  }

  /** Each row as its columns joined by {@code |}; null is {@code null}. */
  public List<String> query(String sql) throws SQLException {
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

  /** The text of the one row there is. */
  public String one(String sql) throws SQLException {
    List<String> rows = query(sql);
    if (rows.size() != 1) {
      throw new AssertionError(sql + " gave " + rows.size() + " rows");
    }
    return rows.get(0);
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }

  private static String row(ResultSet found) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      values.add(String.valueOf(found.getString(i)));
    }
    return String.join("|", values);
  }

  @Override
  public void close() throws SQLException {
    new Database(server, "postgres").execute("drop database " + name + " with (force)");
  }
}
