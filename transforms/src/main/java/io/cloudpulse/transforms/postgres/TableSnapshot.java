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

/**
 * A table as of one moment, to be read in parts by many workers. Without it a row that is updated
 * meanwhile could move from a part not yet read to one that was. Its parts can be read while it is
 * open.
 */
public final class TableSnapshot implements AutoCloseable {
  /** 32 MiB: small enough to share out a table, large enough to hide what a part costs. */
  private static final long PART_BLOCKS = 4_096;

  private final Connection connection;
  private final String id;

  private TableSnapshot(Connection connection, String id) {
    this.connection = connection;
    this.id = id;
  }

  public static TableSnapshot in(PostgresAddress database) throws SQLException {
    Connection connection = database.connect();
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set idle_in_transaction_session_timeout = 0");
      try (ResultSet found = statement.executeQuery("select pg_export_snapshot()")) {
        found.next();
        return new TableSnapshot(connection, found.getString(1));
      }
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** How far the table is read that is read as of this snapshot. */
  public TableMark mark() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(TableMark.QUERY)) {
      found.next();
      return new TableMark(found.getString(1), found.getLong(2));
    }
  }

  /** The same, and behind them what is remembered of deleted rows, if the table has that. */
  public List<TablePart> partsWithDeleted(Dataset dataset) throws SQLException {
    List<TablePart> parts = parts(PostgresShape.of(dataset));
    if (TombstoneKeys.canBe(dataset) && remembersDeleted()) {
      parts.add(TablePart.ofDeleted(id));
    }
    return parts;
  }

  private boolean remembersDeleted() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select to_regclass('pulse.tombstones') is not null")) {
      return found.next() && found.getBoolean(1);
    }
  }

  /** The whole table, in parts. The last one has no end: a table may be larger than it says. */
  public List<TablePart> parts(PostgresShape shape) throws SQLException {
    long blocks = blocks(shape);
    List<TablePart> parts = new ArrayList<>();
    long from = 0;
    for (; blocks - from > PART_BLOCKS * 3 / 2; from += PART_BLOCKS) {
      parts.add(new TablePart(id, from, from + PART_BLOCKS));
    }
    parts.add(new TablePart(id, from, TablePart.ALL_BLOCKS));
    return parts;
  }

  private long blocks(PostgresShape shape) throws SQLException {
    String sql = "select pg_relation_size(?::regclass) / current_setting('block_size')::bigint";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, shape.quotedName());
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // A server that is gone has let the snapshot go too.
    }
  }
}
