package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.VersionedRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Counts a range's records in the transaction that stores them. Ordinals ascend within a range, so
 * the highest one counted says exactly what a retry must not count again.
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

  private static final String THROUGH =
      "select through from pulse.sink_ranges where run = ? and sink = ? and range = ?";

  private final PostgresSession session;
  private final String run;
  private final String sink;

  RangeLedger(PostgresSession session, String run, String sink) {
    this.session = session;
    this.run = run;
    this.sink = sink;
  }

  /**
   * Counts rows that were stored.
   *
   * @param rows of one range, by ascending ordinal
   * @param superseded how many of them changed nothing
   * @return false, and nothing is counted, if some of them were counted before
   */
  boolean countStored(List<VersionedRecord> rows, int superseded) throws SQLException {
    return count(rows, rows.size(), 0, superseded);
  }

  /** Counts a record that was refused; false if it was counted before. */
  boolean countRefused(VersionedRecord row) throws SQLException {
    return count(List.of(row), 0, 1, 0);
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
