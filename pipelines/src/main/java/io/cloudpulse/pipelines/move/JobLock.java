package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets a job run once at a time: two would share one position and count each other's records. Held
 * by a session of the ledger's database, which frees it when this process ends, however it ends.
 */
final class JobLock implements AutoCloseable {
  private static final String TRY = "select pg_try_advisory_lock(7283917, hashtext(?))";

  private final Connection session;

  private JobLock(Connection session) {
    this.session = session;
  }

  /**
   * Takes the lock.
   *
   * @throws StoppedException if the job runs already
   */
  static JobLock of(PostgresAddress ledger, String job) throws SQLException {
    Connection session = ledger.connect();
    session.setAutoCommit(true);
    try (PreparedStatement lock = session.prepareStatement(TRY)) {
      lock.setString(1, job);
      try (ResultSet taken = lock.executeQuery()) {
        if (taken.next() && taken.getBoolean(1)) {
          return new JobLock(session);
        }
      }
    }
    session.close();
    throw StoppedException.because(
        ExitCode.FAILED,
        "The job \""
            + job
            + "\" is running already (./pulse status shows it), and a job runs once at a time."
            + " Stop it, or start another by the side of it: --job="
            + job
            + "-2");
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
