package io.cloudpulse.transforms.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far sources were moved, one row a job; written in the transaction that ends its run. */
final class KeptPositions {
  private static final String THERE = "select to_regclass('pulse.positions') is not null";

  private static final String READ =
      "select position from pulse.positions where dataset = ? and source = ? and sinks = ?";

  private static final String KEEP =
      "insert into pulse.positions (dataset, source, sinks, position, run)"
          + " values (?, ?, ?, ?, ?) on conflict (dataset, source, sinks) do update"
          + " set position = excluded.position, run = excluded.run, kept_at = now()";

  private final PostgresSession session;

  KeptPositions(PostgresSession session) {
    this.session = session;
  }

  /** A job's position; a ledger that no run has made yet has none. */
  KeptPosition read(KeptPosition job) throws SQLException {
    try (ResultSet there = session.statement(THERE).executeQuery()) {
      if (!there.next() || !there.getBoolean(1)) {
        return job.at("");
      }
    }
    try (ResultSet found = bound(READ, job).executeQuery()) {
      return job.at(found.next() ? found.getString(1) : "");
    }
  }

  void keep(KeptPosition job, String run) throws SQLException {
    PreparedStatement keep = bound(KEEP, job);
    keep.setString(4, job.position());
    keep.setString(5, run);
    int unused = keep.executeUpdate();
  }

  private PreparedStatement bound(String sql, KeptPosition job) throws SQLException {
    PreparedStatement statement = session.statement(sql);
    statement.setString(1, job.dataset());
    statement.setString(2, job.source());
    statement.setString(3, job.sinks());
    return statement;
  }
}
