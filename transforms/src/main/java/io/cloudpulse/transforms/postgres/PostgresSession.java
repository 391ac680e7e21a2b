package io.cloudpulse.transforms.postgres;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedRunnable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One worker's connection, opened when first needed and again when lost. A transaction that meets a
 * bad moment is rolled back and run again, with growing pauses, for as long as the patience lasts.
 */
final class PostgresSession implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final PostgresAddress address;
  private final Duration patience;
  private final RetryPolicy<Object> policy;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private Connection connection;

  PostgresSession(PostgresAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
    this.policy =
        RetryPolicy.builder()
            .handleIf(failure -> failure instanceof SQLException sql && isMoment(sql))
            .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
            .withJitter(0.25)
            .withMaxRetries(-1)
            .withMaxDuration(patience)
            .build();
  }

  /**
   * Runs work and commits it. The work may run again from its start, and what it did before may
   * have been committed all the same, where the answer to a commit was lost.
   */
  void transaction(CheckedRunnable work) throws SQLException {
    try {
      Failsafe.with(policy).run(() -> attempt(work));
    } catch (FailsafeException failure) {
      throw unwrapped(failure);
    }
  }

  private void attempt(CheckedRunnable work) throws Throwable {
    boolean done = false;
    try {
      work.run();
      commit();
      done = true;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  /** The statement on the present connection; prepared once for each. */
  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection().prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  /** The present connection. */
  Connection connection() throws SQLException {
    if (connection == null) {
      connection = address.connect();
    }
    return connection;
  }

  void commit() throws SQLException {
    if (connection != null) {
      connection.commit();
    }
  }

  /** Undoes what is not committed. A connection that cannot even do that is let go. */
  void rollback() {
    try {
      if (connection != null) {
        connection.rollback();
      }
    } catch (SQLException broken) {
      close();
    }
  }

  /** Lets the connection go; the next statement opens another. */
  @Override
  public void close() {
    statements.clear();
    Connection closing = connection;
    connection = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (SQLException broken) {
      // The server is gone: it has rolled back, and nothing is left to close.
    }
  }

  private SQLException unwrapped(FailsafeException failure) {
    if (failure.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (!(failure.getCause() instanceof SQLException sql)) {
      throw failure;
    }
    return switch (SqlBlame.of(sql)) {
      case RECORD -> sql;
      case MOMENT ->
          explained(
              "did not take a batch for " + patience.toSeconds() + " s",
              "See that it runs, is reachable and has room",
              sql);
      case SETUP ->
          explained("refused the statement, not a record", "Mend what it says is wrong", sql);
    };
  }

  private SQLException explained(String what, String remedy, SQLException failure) {
    String message = "PostgreSQL at %s %s (SQLSTATE %s: %s). Nothing is lost. %s, and run again.";
    return new SQLException(
        message.formatted(
            address.place(), what, failure.getSQLState(), failure.getMessage(), remedy),
        failure.getSQLState(),
        failure);
  }

  private static boolean isMoment(SQLException failure) {
    return SqlBlame.of(failure) == SqlBlame.MOMENT;
  }
}
