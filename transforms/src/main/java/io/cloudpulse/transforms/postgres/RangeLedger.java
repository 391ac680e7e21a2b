package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.SetRange;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Counts a range's records in the transaction that stores them. Ordinals ascend within a range, so
 * the highest one counted says exactly what a retry must not count again; of a range that is a set,
 * each id counted is remembered.
 */
final class RangeLedger {
  private static final String COUNT =
      "insert into pulse.sink_ranges as counted"
          + " (run, sink, range, through, delivered, refused, superseded)"
          + " values (?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (run, sink, range) do update set"
          + " through = excluded.through,"
          + " delivered = counted.delivered + excluded.delivered,"
          + " refused = counted.refused + excluded.refused,"
          + " superseded = counted.superseded + excluded.superseded"
          + " where counted.through < ?";

  private static final String COUNT_NEWS =
      "insert into pulse.sink_ranges as counted"
          + " (run, sink, range, through, delivered, refused, superseded)"
          + " values (?, ?, ?, 0, ?, ?, ?)"
          + " on conflict (run, sink, range) do update set"
          + " delivered = counted.delivered + excluded.delivered,"
          + " refused = counted.refused + excluded.refused,"
          + " superseded = counted.superseded + excluded.superseded";

  private static final String THROUGH =
      "select through from pulse.sink_ranges where run = ? and sink = ? and range = ?";

  private final PostgresSession session;
  private final String run;
  private final String sink;
  private final CountedIds ids;

  RangeLedger(PostgresSession session, String run, String sink) {
    this.session = session;
    this.run = run;
    this.sink = sink;
    this.ids = new CountedIds(session, run, sink);
  }

  /**
   * Counts rows that were stored.
   *
   * @param rows of one range, by ascending ordinal
   * @param superseded how many of them changed nothing
   * @return false, and nothing is counted, if some of them were counted before
   */
  boolean countStored(List<VersionedRecord> rows, int superseded) throws SQLException {
    if (!isSet(rows)) {
      return count(rows, rows.size(), 0, superseded);
    }
    int news = news(rows).size();
    countNews(rows, news, 0, superseded - (rows.size() - news)); // What was there changed nothing.
    return true;
  }

  static boolean isSet(List<VersionedRecord> rows) {
    return SetRange.is(rows.get(0).range());
  }

  /** Of rows of a set, the ids that were not counted; from now on they are. */
  Set<Long> news(List<VersionedRecord> rows) throws SQLException {
    return ids.add(rows.get(0).range(), rows.stream().mapToLong(VersionedRecord::offset));
  }

  /** Adds what {@link #news} said is to be counted. */
  void countNews(List<VersionedRecord> rows, int delivered, int refused, int superseded)
      throws SQLException {
    PreparedStatement statement = keyed(COUNT_NEWS, rows);
    statement.setLong(4, delivered);
    statement.setLong(5, refused);
    statement.setLong(6, superseded);
    int unused = statement.executeUpdate();
  }

  /** Counts a record that was refused; false if it was counted before. */
  boolean countRefused(VersionedRecord row) throws SQLException {
    List<VersionedRecord> rows = List.of(row);
    if (!isSet(rows)) {
      return count(rows, 0, 1, 0);
    }
    boolean isNew = !news(rows).isEmpty();
    countNews(rows, 0, isNew ? 1 : 0, 0);
    return isNew;
  }

  /**
   * Counts rows of which some may have been refused.
   *
   * @param superseded how many of the delivered changed nothing
   * @return false, and nothing is counted, if some of them were counted before
   */
  boolean count(List<VersionedRecord> rows, int delivered, int refused, int superseded)
      throws SQLException {
    PreparedStatement statement = keyed(COUNT, rows);
    statement.setLong(4, rows.get(rows.size() - 1).ordinal());
    statement.setLong(5, delivered);
    statement.setLong(6, refused);
    statement.setLong(7, superseded);
    statement.setLong(8, rows.get(0).ordinal());
    return statement.executeUpdate() == 1;
  }

  /** The highest ordinal counted in the rows' range; 0 if none is. */
  long through(List<VersionedRecord> rows) throws SQLException {
    try (ResultSet found = keyed(THROUGH, rows).executeQuery()) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  private PreparedStatement keyed(String sql, List<VersionedRecord> rows) throws SQLException {
    PreparedStatement statement = session.statement(sql);
    statement.setString(1, run);
    statement.setString(2, sink);
    statement.setString(3, rows.get(0).range());
    return statement;
  }
}
