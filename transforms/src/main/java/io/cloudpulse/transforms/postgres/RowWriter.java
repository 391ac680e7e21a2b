package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Stores batches and counts them. What is stored never rests on what is counted: a row that was
 * counted before is written again, and its version makes that harmless.
 */
final class RowWriter implements RowStore.Open {
  private final PostgresSink sink;
  private final PostgresSession session;
  private final RangeLedger ledger;
  private final TableChanges table;

  RowWriter(PostgresSink sink) {
    this.sink = sink;
    this.session = new PostgresSession(sink.database(), sink.patience());
    this.ledger = new RangeLedger(session, sink.run(), sink.name());
    this.table = new TableChanges(session, sink.dataset(), sink.policy());
  }

  /**
   * Stores rows of one range, by ascending ordinal. If PostgreSQL refuses them for what one of them
   * holds, each half is tried, in this order, until the bad one stands alone: so what is counted
   * stays a prefix of the range.
   */
  @Override
  public void write(List<VersionedRecord> rows, Consumer<DeadLetter> refused) throws SQLException {
    try {
      session.transaction(() -> store(rows));
    } catch (SQLException failure) {
      if (SqlBlame.of(failure) != SqlBlame.RECORD) {
        throw failure;
      }
      divide(rows, failure, refused);
    }
  }

  private void divide(
      List<VersionedRecord> rows, SQLException failure, Consumer<DeadLetter> refused)
      throws SQLException {
    if (rows.size() == 1) {
      if (rows.get(0).isCounted()) {
        session.transaction(() -> ledger.countRefused(rows.get(0)));
      }
      refused.accept(RefusedRow.deadLetter(sink, rows.get(0), failure));
    } else {
      int half = rows.size() / 2;
      write(rows.subList(0, half), refused);
      write(rows.subList(half, rows.size()), refused);
    }
  }

  private void store(List<VersionedRecord> rows) throws SQLException {
    int superseded = rows.size() - table.apply(rows);
    if (rows.get(0).isCounted() && !ledger.countStored(rows, superseded)) {
      session.rollback();
      storeAgain(rows, ledger.through(rows));
    }
  }

  /** A retry: some of these rows were counted, though perhaps in other batches than these. */
  private void storeAgain(List<VersionedRecord> rows, long through) throws SQLException {
    int counted = 0;
    while (counted < rows.size() && rows.get(counted).ordinal() <= through) {
      counted++;
    }
    if (counted > 0) {
      int unused = table.apply(rows.subList(0, counted));
      session.commit();
    }
    if (counted < rows.size()) {
      store(rows.subList(counted, rows.size()));
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
