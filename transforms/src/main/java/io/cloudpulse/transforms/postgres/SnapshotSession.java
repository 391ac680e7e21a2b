package io.cloudpulse.transforms.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A worker's connection that sees a database as of a {@link TableSnapshot}. One caller at a time.
 */
final class SnapshotSession implements AutoCloseable {
  private final PostgresAddress database;
  private Connection connection;

  SnapshotSession(PostgresAddress database) {
    this.database = database;
  }

  /** As of now. */
  Connection now() throws SQLException {
    if (connection == null) {
      connection = database.connect();
    }
    return connection;
  }

  /**
   * As of a snapshot, until the transaction ends. Rows come in the order in which they lie, each
   * time: a retry must find the same one in the same place.
   *
   * @throws SQLException if whoever held the snapshot is gone
   */
  Connection at(String snapshot) throws SQLException {
    now().rollback();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      hold(statement, snapshot);
      statement.execute("set local synchronize_seqscans = off");
      statement.execute("set local enable_indexscan = off");
      statement.execute("set local enable_indexonlyscan = off");
      statement.execute("set local enable_bitmapscan = off");
    }
    return connection;
  }

  private void hold(Statement statement, String snapshot) throws SQLException {
    try {
      statement.execute("set transaction snapshot '" + snapshot + "'");
    } catch (SQLException gone) {
      if (SqlBlame.of(gone) == SqlBlame.MOMENT) {
        throw gone;
      }
      throw new SQLException(
          ("The snapshot %s of %s is gone: whoever launched this held it, and has ended. Nothing"
                  + " that was stored is wrong. Run it again. (%s)")
              .formatted(snapshot, database.place(), gone.getMessage()),
          gone.getSQLState(),
          gone);
    }
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
