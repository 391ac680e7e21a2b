package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.RunTotals;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs and what they counted, as the database has it. One connection, one caller at a time; waits a
 * little for a database that does not answer, because a report can.
 */
public final class PostgresLedger implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String START =
      "insert into pulse.runs"
          + " (run, dataset, source, sinks, runner, mode, plan, state, heartbeat_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, 'running', now())"
          + " on conflict (run) do update set state = excluded.state, finished_at = null,"
          + " report = null, error = null, heartbeat_at = now()";

  private static final String FINISH =
      "update pulse.runs set state = ?, report = ?::jsonb, finished_at = now() where run = ?";

  private static final String FAIL =
      "update pulse.runs set state = 'failed', report = null, error = ?, finished_at = now()"
          + " where run = ?";

  private static final String STATE = "select state from pulse.runs where run = ?";

  /** Every sum of a run as kind, name and number. */
  private static final String TOTALS =
      """
      with wanted(run) as (values (?::text)),
        ranges as (select r.* from pulse.read_ranges r join wanted using (run)),
        sinks as (
          select sink, sum(delivered) delivered, sum(refused) refused, sum(superseded) superseded
          from pulse.sink_ranges join wanted using (run) group by sink)
      select 'read', '', sum(read) from ranges
      union all select 'accepted', '', sum(accepted) from ranges
      union all select 'refused', key, sum(value::bigint)
        from ranges, jsonb_each_text(refused) group by key
      union all select 'counter', key, sum(value::bigint)
        from ranges, jsonb_each_text(details) group by key
      union all select 'sink delivered', sink, delivered from sinks
      union all select 'sink refused', sink, refused from sinks
      union all select 'sink superseded', sink, superseded from sinks
      union all select 'dead letters', step, count(*) from (
          select step from pulse.dead_letters join wanted using (run)
          union all select step from pulse.dead_letters d join wanted w
            on d.former_runs @> array[w.run]) letters
        group by step""";

  private final PostgresSession session;
  private final KeptPositions positions;

  private PostgresLedger(PostgresSession session) {
    this.session = session;
    this.positions = new KeptPositions(session);
  }

  public static PostgresLedger in(PostgresAddress database) {
    return new PostgresLedger(new PostgresSession(database, PATIENCE));
  }

  /** Writes down that a run started; again, if it is started again. */
  public synchronized void start(RunStart start) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement statement = session.statement(START);
          statement.setString(1, start.run());
          statement.setString(2, start.dataset());
          statement.setString(3, start.source());
          statement.setString(4, start.sinks());
          statement.setString(5, start.runner());
          statement.setString(6, start.mode());
          statement.setString(7, start.plan());
          int unused = statement.executeUpdate();
        });
  }

  /**
   * Writes down how a run ended.
   *
   * @param state {@code done} or {@code unbalanced}
   * @param report its report as JSON
   */
  public synchronized void finish(String run, String state, String report) throws SQLException {
    finish(run, state, report, Optional.empty());
  }

  /**
   * The same, and how far it has moved its source.
   *
   * @param position from where the next run that takes only what changed goes on
   */
  public synchronized void finish(
      String run, String state, String report, Optional<KeptPosition> position)
      throws SQLException {
    session.transaction(
        () -> {
          if (position.isPresent()) {
            positions.keep(position.get(), run);
          }
          PreparedStatement statement = session.statement(FINISH);
          statement.setString(1, state);
          statement.setString(2, report);
          statement.setString(3, run);
          int unused = statement.executeUpdate();
        });
  }

  /** Writes down why a run failed. */
  public synchronized void fail(String run, String error) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement statement = session.statement(FAIL);
          statement.setString(1, StorableText.of(error));
          statement.setString(2, run);
          int unused = statement.executeUpdate();
        });
  }

  /** How far a job has moved its source; its position is empty if it never did. */
  public synchronized KeptPosition position(KeptPosition job) throws SQLException {
    KeptPosition[] found = {job};
    session.transaction(() -> found[0] = positions.read(job));
    return found[0];
  }

  /** How a run stands: {@code running}, or what {@link #finish} was told; empty for no such run. */
  public synchronized Optional<String> state(String run) throws SQLException {
    List<String> states = new ArrayList<>();
    session.transaction(
        () -> {
          states.clear();
          PreparedStatement statement = session.statement(STATE);
          statement.setString(1, run);
          try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
              states.add(found.getString(1));
            }
          }
        });
    return states.stream().findFirst();
  }

  /** Everything a run has counted and committed so far, as of one moment. */
  public synchronized RunTotals totals(String run) throws SQLException {
    TotalsFound totals = new TotalsFound();
    session.transaction(
        () -> {
          totals.clear();
          PreparedStatement statement = session.statement(TOTALS);
          statement.setString(1, run);
          try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
              totals.add(found.getString(1), found.getString(2), found.getLong(3));
            }
          }
        });
    return totals.all();
  }

  /** The sign of life of a run, by this ledger's connection. */
  public RunPulse pulse(String run) {
    return new RunPulse(session, run);
  }

  @Override
  public synchronized void close() {
    session.close();
  }
}
