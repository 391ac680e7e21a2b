package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.RoundBook;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rounds of one job in {@code pulse.rounds}, a row for each partition. For one thread. */
public final class KeptRounds implements RoundBook {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Each round tells of every partition, so the newest alone would do to go on. */
  private static final long KEPT = 1_000;

  private static final String PLAN =
      "insert into pulse.rounds (job, round, partition, from_offset, to_offset)"
          + " values (?, ?, ?, ?, ?)";

  private static final String FORGET = "delete from pulse.rounds where job = ? and round <= ?";

  private static final String FINISH =
      "update pulse.rounds set state = 'done', done_at = now()"
          + " where job = ? and round = ? and state = 'planned'";

  private static final String NEWEST =
      "select round, partition, from_offset, to_offset from pulse.rounds"
          + " where job = ? and state = ? and round ="
          + " (select max(round) from pulse.rounds where job = ? and state = ?)";

  private final PostgresSession session;
  private final String job;

  private KeptRounds(PostgresSession session, String job) {
    this.session = session;
    this.job = job;
  }

  /** Waits a minute for a database that does not answer. */
  public static KeptRounds in(PostgresAddress ledger, String job) {
    return new KeptRounds(new PostgresSession(ledger, PATIENCE), job);
  }

  @Override
  public Optional<Round> unfinished() throws SQLException {
    return newest("planned");
  }

  @Override
  public Optional<Round> done() throws SQLException {
    return newest("done");
  }

  @Override
  public void plan(Round round) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement plan = session.statement(PLAN);
          plan.clearBatch();
          for (int partition : round.to().keySet()) {
            key(plan, round.number());
            plan.setInt(3, partition);
            plan.setLong(4, round.from().get(partition));
            plan.setLong(5, round.to().get(partition));
            plan.addBatch();
          }
          int unused = plan.executeBatch().length;
        });
  }

  @Override
  public void finish(Round round) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement finish = session.statement(FINISH);
          key(finish, round.number());
          int unused = finish.executeUpdate();
          PreparedStatement forget = session.statement(FORGET);
          key(forget, round.number() - KEPT);
          unused = forget.executeUpdate();
        });
  }

  private void key(PreparedStatement statement, long round) throws SQLException {
    statement.setString(1, job);
    statement.setLong(2, round);
  }

  private Optional<Round> newest(String state) throws SQLException {
    long[] number = new long[1];
    Map<Integer, Long> from = new TreeMap<>();
    Map<Integer, Long> to = new TreeMap<>();
    session.transaction(
        () -> {
          PreparedStatement newest = session.statement(NEWEST);
          newest.setString(1, job);
          newest.setString(2, state);
          newest.setString(3, job);
          newest.setString(4, state);
          try (ResultSet found = newest.executeQuery()) {
            while (found.next()) {
              number[0] = found.getLong(1);
              from.put(found.getInt(2), found.getLong(3));
              to.put(found.getInt(2), found.getLong(4));
            }
          }
        });
    return to.isEmpty() ? Optional.empty() : Optional.of(new Round(number[0], from, to));
  }

  @Override
  public void close() {
    session.close();
  }
}
