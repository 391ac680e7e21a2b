package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which dead letters were sent to a place that nobody can look into: their ids, in {@code
 * pulse.sent_letters}.
 */
public final class SentLetters implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ADD =
      "insert into pulse.sent_letters (run, id, dataset, step) values (?, ?, ?, ?)"
          + " on conflict do nothing";
  private static final String COUNT =
      "select step, count(*) from pulse.sent_letters where run = ? group by step";
  private static final String IDS =
      "select distinct id from pulse.sent_letters where dataset = ? and step = ?";

  private final PostgresSession session;

  private SentLetters(PostgresSession session) {
    this.session = session;
  }

  /** Waits a minute for a database that does not answer. */
  public static SentLetters in(PostgresAddress ledger) {
    return new SentLetters(new PostgresSession(ledger, PATIENCE));
  }

  /** Writes down letters that were sent; again, if they were sent again. */
  public void add(Collection<DeadLetter> letters) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement add = session.statement(ADD);
          add.clearBatch();
          for (DeadLetter letter : letters) {
            add.setString(1, letter.getRun());
            add.setString(2, letter.getId());
            add.setString(3, letter.getDataset());
            add.setString(4, letter.getStep());
            add.addBatch();
          }
          int unused = add.executeBatch().length;
        });
  }

  /** How many a run sent, by step, each counted once. */
  public Map<String, Long> countedByStep(String run) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    session.transaction(
        () -> {
          counts.clear();
          PreparedStatement count = session.statement(COUNT);
          count.setString(1, run);
          try (ResultSet found = count.executeQuery()) {
            while (found.next()) {
              counts.put(found.getString(1), found.getLong(2));
            }
          }
        });
    return counts;
  }

  /** Ids of all that a step refused of a dataset. */
  public Set<String> ids(String dataset, String step) throws SQLException {
    Set<String> ids = new HashSet<>();
    session.transaction(
        () -> {
          PreparedStatement find = session.statement(IDS);
          find.setString(1, dataset);
          find.setString(2, step);
          try (ResultSet found = find.executeQuery()) {
            while (found.next()) {
              ids.add(found.getString(1));
            }
          }
        });
    return ids;
  }

  @Override
  public void close() {
    session.close();
  }
}
