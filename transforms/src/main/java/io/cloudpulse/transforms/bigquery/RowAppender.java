package io.cloudpulse.transforms.bigquery;

import com.google.protobuf.ByteString;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.SinkOutcome;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.SinkCounts;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Stores batches and then counts them. What is stored never rests on what is counted: a row that
 * was counted before is appended again, and its version makes that harmless.
 */
final class RowAppender implements RowStore.Open {
  /** Of one row; a request, which takes 10 MB, says a little more than its rows. */
  private static final int MOST_BYTES = 9 << 20;

  private final BigQuerySink sink;
  private final SinkCounts counts;
  private Storable storable;
  private RowEncoder message;
  private AppendSession session;

  RowAppender(BigQuerySink sink) {
    this.sink = sink;
    this.counts = SinkCounts.in(sink.ledger(), sink.patience(), sink.run(), sink.name());
  }

  /** Stores rows of one range, by ascending ordinal, and hands on those that are refused. */
  @Override
  public void write(List<VersionedRecord> rows, Consumer<DeadLetter> refused)
      throws IOException, SQLException {
    open();
    SinkOutcome[] outcomes = new SinkOutcome[rows.size()];
    List<DeadLetter> letters = new ArrayList<>();
    Appending appending =
        new Appending(
            session,
            (place, said) -> {
              outcomes[place] = SinkOutcome.REFUSED;
              letters.add(RefusedRow.deadLetter(sink, rows.get(place), said));
            });
    for (int place = 0; place < outcomes.length; place++) {
      outcomes[place] = SinkOutcome.STORED;
      try {
        appending.add(place, bytes(rows.get(place)));
      } catch (Refusal refusal) {
        outcomes[place] = SinkOutcome.REFUSED;
        letters.add(RefusedRow.deadLetter(sink, rows.get(place), refusal));
      }
    }
    appending.flush();
    if (rows.get(0).isCounted()) {
      counts.count(rows, List.of(outcomes));
    }
    letters.forEach(refused);
  }

  private ByteString bytes(VersionedRecord row) {
    storable.check(row.values());
    ByteString bytes = message.encode(row);
    if (bytes.size() > MOST_BYTES) {
      throw Refusal.of(
          io.cloudpulse.transforms.Reason.SINK,
          "BigQuery cannot hold it: the row has %d bytes, and may have %d"
              .formatted(bytes.size(), MOST_BYTES));
    }
    return bytes;
  }

  private void open() throws IOException {
    if (session == null) {
      BigQueryPreparation preparation =
          BigQueryPreparation.of(sink.dataset(), sink.warehouse(), sink.policy());
      List<Column> columns = preparation.written();
      if (sink.method() == BigQueryMethod.APPEND) {
        storable = new Storable(columns, preparation.longest());
        message = new StagedMessage(columns);
        session = session(Staging.of(sink, columns).table(), AppendSession.Kind.COUNTED);
      } else {
        storable = new Storable(columns, Map.of());
        message = new RowMessage(columns);
        session = session(sink.warehouse().table(sink.dataset()), AppendSession.Kind.CHANGES);
      }
    }
  }

  private AppendSession session(BigQueryTable table, AppendSession.Kind kind) {
    return new AppendSession(
        new AppendSession.Place(sink.warehouse(), table, kind),
        message.descriptor(),
        sink.patience());
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
    counts.close();
  }
}
