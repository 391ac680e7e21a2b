package io.cloudpulse.transforms.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Messages that were pulled for one job and are numbered by that, in {@code pulse.pulled}: so a
 * range of them is the same however often it is read. Of one that is done, only its id is left.
 */
public final class PulledMessages implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int FETCH = 1_000;
  private static final String LINE = "\n";

  private static final String KEEP =
      "insert into pulse.pulled as known (job, number, id, sent, key, data, ack_ids)"
          + " select ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[],"
          + " ?::bytea[], ?::text[]) on conflict (job, id) do update set ack_ids ="
          + " concat_ws(chr(10), known.ack_ids, excluded.ack_ids)"
          + " returning data is null, ack_ids";

  private static final String END =
      "select coalesce(max(number) + 1, 0) from pulse.pulled where job = ?";

  private static final String BEGIN =
      "select min(number) from pulse.pulled where job = ? and data is not null";

  private static final String ACK_IDS =
      "select ack_ids from pulse.pulled where job = ? and number < ? and ack_ids is not null";

  private static final String DONE =
      "update pulse.pulled set data = null, key = null, ack_ids = null"
          + " where job = ? and number < ? and (data is not null or ack_ids is not null)";

  private static final String FORGET = "delete from pulse.pulled where job = ?";

  private static final String READ =
      "select id, sent, key, data from pulse.pulled where job = ? and number >= ? and number < ?"
          + " and data is not null order by number";

  private final PostgresSession session;
  private final String job;

  private PulledMessages(PostgresSession session, String job) {
    this.session = session;
    this.job = job;
  }

  /**
   * One message.
   *
   * @param ackIds by which it can be acknowledged, each on a line
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Pulled(long id, long sent, byte @Nullable [] key, byte[] data, String ackIds) {}

  /** What is done with a message. */
  public interface Step {
    void read(Pulled message) throws Exception;
  }

  /** Waits a minute for a database that does not answer. */
  public static PulledMessages in(PostgresAddress ledger, String job) {
    return new PulledMessages(new PostgresSession(ledger, PATIENCE), job);
  }

  /**
   * Keeps messages, each of another id, from a number on; one that is known keeps its number.
   *
   * @return what can be acknowledged at once, being done
   */
  public List<String> keep(long number, Collection<Pulled> messages) throws SQLException {
    List<String> done = new ArrayList<>();
    session.transaction(
        () -> {
          done.clear();
          PreparedStatement keep = session.statement(KEEP);
          bind(keep, number, List.copyOf(messages));
          try (ResultSet kept = keep.executeQuery()) {
            while (kept.next()) {
              if (kept.getBoolean(1)) {
                done.addAll(List.of(kept.getString(2).split(LINE)));
              }
            }
          }
        });
    return done;
  }

  private void bind(PreparedStatement keep, long number, List<Pulled> messages)
      throws SQLException {
    int count = messages.size();
    Object[] numbers = new Object[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number + i;
    }
    keep.setString(1, job);
    array(keep, 2, "bigint", numbers);
    array(keep, 3, "bigint", messages.stream().map(Pulled::id).toArray());
    array(keep, 4, "bigint", messages.stream().map(Pulled::sent).toArray());
    array(keep, 5, "bytea", messages.stream().map(Pulled::key).toArray(byte[][]::new));
    array(keep, 6, "bytea", messages.stream().map(Pulled::data).toArray(byte[][]::new));
    array(keep, 7, "text", messages.stream().map(Pulled::ackIds).toArray());
  }

  private static void array(PreparedStatement keep, int at, String type, Object[] values)
      throws SQLException {
    keep.setArray(at, keep.getConnection().createArrayOf(type, values));
  }

  /** The number after the last. */
  public long end() throws SQLException {
    return number(END, -1);
  }

  /** The number before which all are done. */
  public long done() throws SQLException {
    return number(BEGIN, end());
  }

  private long number(String sql, long none) throws SQLException {
    long[] found = {none};
    session.transaction(
        () -> {
          try (ResultSet row = statement(sql).executeQuery()) {
            long number = row.next() ? row.getLong(1) : none;
            found[0] = row.wasNull() ? none : number;
          }
        });
    return found[0];
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = session.statement(sql);
    statement.setString(1, job);
    return statement;
  }

  /** What acknowledges those before a number. */
  public List<String> ackIds(long before) throws SQLException {
    List<String> ids = new ArrayList<>();
    session.transaction(
        () -> {
          ids.clear();
          PreparedStatement find = statement(ACK_IDS);
          find.setLong(2, before);
          try (ResultSet found = find.executeQuery()) {
            while (found.next()) {
              ids.addAll(List.of(found.getString(1).split(LINE)));
            }
          }
        });
    return ids;
  }

  /** Lets go what is before a number: but not the ids, by which it is known if it comes again. */
  public void finish(long before) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement finish = statement(DONE);
          finish.setLong(2, before);
          int unused = finish.executeUpdate();
        });
  }

  /** Lets go of all. */
  public void forget() throws SQLException {
    session.transaction(
        () -> {
          int unused = statement(FORGET).executeUpdate();
        });
  }

  /** Reads those from a number to before another, in their order. */
  public void read(long from, long to, Step step) throws SQLException {
    session.transaction(
        () -> {
          PreparedStatement read = statement(READ);
          read.setFetchSize(FETCH);
          read.setLong(2, from);
          read.setLong(3, to);
          try (ResultSet found = read.executeQuery()) {
            while (found.next()) {
              step.read(
                  new Pulled(
                      found.getLong(1),
                      found.getLong(2),
                      found.getBytes(3),
                      found.getBytes(4),
                      ""));
            }
          }
        });
  }

  @Override
  public void close() {
    session.close();
  }
}
