package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.SchemaPolicy;
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
   * @param policy what is done about fields that it lacks
   * @throws UnfitTarget if it cannot take the dataset's rows; then nothing was changed
   */
  void prepare(Dataset dataset, SchemaPolicy policy) {
    inTransaction(
        connection -> {
          TargetTable target = TargetTable.in(connection, dataset);
          TargetState state = target.state(policy);
          switch (state.kind()) {
            case MISSING -> execute(connection, target.shape().createStatements());
            case GROWS -> execute(connection, target.additions());
            case UNFIT ->
                throw new UnfitTarget(
                    "table " + target.shape().quotedName() + " at " + database.place(),
                    state.details());
            default -> {} // It is used as it is.
          }
          execute(connection, PulseTables.createStatements());
        });
  }

  /**
   * What {@link #prepare(Dataset, SchemaPolicy)} would find; nothing is written, not even a lock.
   */
  TargetState inspect(Dataset dataset, SchemaPolicy policy) {
    try (Connection connection = database.connect()) {
      connection.setReadOnly(true);
      return TargetTable.in(connection, dataset).state(policy);
    } catch (SQLException | RuntimeException unreachable) {
      // No driver's exception holds a password, and a secret that is not there names itself.
      return TargetState.unreachable(unreachable.getMessage());
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
