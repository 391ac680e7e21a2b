package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.SinkOutcome;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Counts, in {@code pulse.sink_ranges}, what a sink stored in a system that knows no transactions.
 * The counts are written after the records, by the same rule as {@link RangeLedger}'s: a record is
 * counted once, however often its range is retried.
 *
 * <p>A worker that is killed between storing and counting leaves its records uncounted, so their
 * retry is what is counted: delivered and refused are exact, but superseded may hold records that
 * found nothing but their own first attempt.
 */
public final class SinkCounts implements AutoCloseable {
  private final PostgresSession session;
  private final RangeLedger ledger;

  private SinkCounts(PostgresSession session, RangeLedger ledger) {
    this.session = session;
    this.ledger = ledger;
  }

  /** Opens no connection yet; one that does not answer is waited for as long as told. */
  public static SinkCounts in(
      PostgresAddress database, Duration patience, String run, String sink) {
    PostgresSession session = new PostgresSession(database, patience);
    return new SinkCounts(session, new RangeLedger(session, run, sink));
  }

  /**
   * Counts those that were not counted before.
   *
   * @param rows of one range, by ascending ordinal
   * @param outcomes what came of each
   */
  public void count(List<VersionedRecord> rows, List<SinkOutcome> outcomes) throws SQLException {
    session.transaction(
        () -> {
          if (RangeLedger.isSet(rows)) {
            countNews(rows, outcomes);
          } else if (!countAll(rows, outcomes)) {
            int from = firstAfter(ledger.through(rows), rows);
            boolean unused =
                from == rows.size()
                    || countAll(
                        rows.subList(from, rows.size()), outcomes.subList(from, rows.size()));
          }
        });
  }

  private void countNews(List<VersionedRecord> rows, List<SinkOutcome> outcomes)
      throws SQLException {
    Set<Long> news = ledger.news(rows);
    List<SinkOutcome> counted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (news.remove(rows.get(i).offset())) { // Of a message that is there twice, the first.
        counted.add(outcomes.get(i));
      }
    }
    int refused = Collections.frequency(counted, SinkOutcome.REFUSED);
    int superseded = Collections.frequency(counted, SinkOutcome.SUPERSEDED);
    ledger.countNews(rows, counted.size() - refused, refused, superseded);
  }

  private boolean countAll(List<VersionedRecord> rows, List<SinkOutcome> outcomes)
      throws SQLException {
    int refused = Collections.frequency(outcomes, SinkOutcome.REFUSED);
    int superseded = Collections.frequency(outcomes, SinkOutcome.SUPERSEDED);
    return ledger.count(rows, rows.size() - refused, refused, superseded);
  }

  private static int firstAfter(long through, List<VersionedRecord> rows) {
    int from = 0;
    while (from < rows.size() && rows.get(from).ordinal() <= through) {
      from++;
    }
    return from;
  }

  @Override
  public void close() {
    session.close();
  }
}
