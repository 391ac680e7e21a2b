package io.cloudpulse.transforms.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sign of life that a run gives while it goes on, and what only those want to know who watch
 * it. On the connection of its ledger, for whose thread alone it is.
 */
public final class RunPulse {
  private static final String BEAT =
      "update pulse.runs set heartbeat_at = now(), live = ?::jsonb"
          + " where run = ? and state = 'running'";

  private static final String STOP =
      "update pulse.runs set state = 'stopped', finished_at = now(), heartbeat_at = now(),"
          + " live = coalesce(?::jsonb, live) where run = ? and state = 'running'";

  private static final String WATERMARKS =
      "select range, watermark from pulse.read_ranges where run = ? and watermark is not null";

  private static final String OPEN_LETTERS =
      "select count(*) from pulse.dead_letters where run = ? and status = 'open'";

  private final PostgresSession session;
  private final String run;

  RunPulse(PostgresSession session, String run) {
    this.session = session;
    this.run = run;
  }

  /**
   * The run goes on.
   *
   * @param live where it stands, as JSON
   */
  public void beat(String live) throws SQLException {
    update(BEAT, live);
  }

  /**
   * The run was asked to stop; one that has ended already stays as it ended.
   *
   * @param live where it stands, as JSON; null to leave what was told last
   */
  public void stop(String live) throws SQLException {
    update(STOP, live);
  }

  private void update(String sql, String live) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement update = session.statement(sql);
          update.setString(1, live);
          update.setString(2, run);
          int unused = update.executeUpdate();
        });
  }

  /** How far event time has come, by range; a range without events is not in it. */
  public Map<String, Instant> watermarks() throws SQLException {
    Map<String, Instant> watermarks = new TreeMap<>();
    query(
        WATERMARKS,
        row ->
            watermarks.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()));
    return watermarks;
  }

  /** How many of the run's dead letters in this database nobody has dealt with. */
  public long openDeadLetters() throws SQLException {
    long[] open = new long[1];
    query(OPEN_LETTERS, row -> open[0] = row.getLong(1));
    return open[0];
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowReader reader) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement query = session.statement(sql);
          query.setString(1, run);
          try (ResultSet found = query.executeQuery()) {
            while (found.next()) {
              reader.read(found);
            }
          }
        });
  }
}
