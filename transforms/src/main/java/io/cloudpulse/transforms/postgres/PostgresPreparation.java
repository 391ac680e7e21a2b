package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.UnfitTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes a database ready before a job starts: all of it, or nothing. */
public final class PostgresPreparation {
  /** Any number, so long as it is the same in every launch: launches wait for each other. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7283915)";

  private final PostgresAddress database;

  private PostgresPreparation(PostgresAddress database) {
    this.database = database;
  }

  public static PostgresPreparation of(PostgresAddress database) {
    return new PostgresPreparation(database);
  }

  /** Creates the tables a run is recorded in, where they are not there. */
  public void prepare() {
    prepare(PulseTables.createStatements());
  }

  /** Runs statements that create what is not there. */
  public void prepare(List<String> statements) {
    inTransaction(connection -> execute(connection, statements));
  }

  /**
   * Creates a dataset's table too, or checks the one that is there.
   *
   * @throws UnfitTarget if it cannot take the dataset's rows; then nothing was changed
   */
  public void prepare(PostgresShape shape) {
    inTransaction(
        connection -> {
          TableFound found = TableFound.in(connection, shape.schema(), shape.table());
          if (found.isThere()) {
            check(shape, TableDifference.between(shape, found));
          } else {
            execute(connection, shape.createStatements());
          }
          execute(connection, PulseTables.createStatements());
        });
  }

  /** What {@link #prepare(PostgresShape)} would find; nothing is written, not even a lock. */
  public TargetState inspect(PostgresShape shape) {
    try (Connection connection = database.connect()) {
      connection.setReadOnly(true);
      TableFound found = TableFound.in(connection, shape.schema(), shape.table());
      if (!found.isThere()) {
        return TargetState.missing();
      }
      return TargetState.there(TableDifference.between(shape, found));
    } catch (SQLException | RuntimeException unreachable) {
      // No driver's exception holds a password, and a secret that is not there names itself.
      return TargetState.unreachable(unreachable.getMessage());
    }
  }

  /**
   * Looks whether a dataset's table is there and fits; changes nothing.
   *
   * @throws UnfitTarget if it is not there, or is another table
   */
  public void check(PostgresShape shape) {
    inTransaction(
        connection -> {
          TableFound found = TableFound.in(connection, shape.schema(), shape.table());
          check(
              shape,
              found.isThere()
                  ? TableDifference.between(shape, found)
                  : List.of("there is no such table: nothing was moved here yet"));
        });
  }

  private void check(PostgresShape shape, List<String> differences) {
    if (!differences.isEmpty()) {
      throw new UnfitTarget("table " + shape.quotedName() + " at " + database.place(), differences);
    }
  }

  private void inTransaction(Work work) {
    try (Connection connection = database.connect()) {
      execute(connection, List.of(ONE_AT_A_TIME));
      work.on(connection);
      connection.commit();
    } catch (SQLException failure) {
      throw new IllegalStateException(
          "PostgreSQL at " + database.place() + " cannot be prepared: " + failure.getMessage(),
          failure);
    }
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        boolean rows = statement.execute(sql);
        assert rows || statement.getUpdateCount() >= 0;
      }
    }
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }
}
