package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PulseProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** The rounds of the one job that a database is the ledger of. */
record RoundsOf(Database database) {
  private static final String WAITING =
      "select count(*) from pg_stat_activity"
          + " where datname = current_database() and wait_event_type = 'Lock'";

  private static final String LAST =
      "select round || ' ' || min(state) from pulse.rounds group by round"
          + " order by round desc limit 1";

  /** Of the last: its number, partition, first offset, and the one after the last. */
  List<String> last() throws SQLException {
    return database.query(
        "select round, partition, from_offset, to_offset from pulse.rounds"
            + " where round = (select max(round) from pulse.rounds) order by partition");
  }

  List<String> all() throws SQLException {
    return database.query(
        "select round, partition, from_offset, to_offset from pulse.rounds order by 1, 2");
  }

  /** Waits until all that was planned is done, and something was. */
  void awaitIdle(PulseProcess job) {
    awaitThat(job, () -> database.one(LAST).endsWith(" done"));
  }

  /** Returns when a round is under way that cannot end, because a table cannot be written. */
  void holdUp(String table, PulseProcess job, Runnable feeding, Runnable held) throws Exception {
    try (Connection session = database.connect();
        Statement lock = session.createStatement()) {
      session.setAutoCommit(false);
      boolean unused = lock.execute("lock table " + table + " in exclusive mode");
      feeding.run();
      awaitThat(
          job, () -> database.one(LAST).endsWith(" planned") && !database.one(WAITING).equals("0"));
      held.run();
      assertThat(job.isAlive()).isFalse();
      session.rollback();
    }
    assertThat(database.one(LAST)).as("cut short").endsWith(" planned");
  }

  /** The tables may not be there yet. */
  private static void awaitThat(PulseProcess job, Callable<Boolean> truth) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(100))
        .failFast("the job ended", () -> !job.isAlive())
        .ignoreExceptions()
        .until(truth);
  }
}
