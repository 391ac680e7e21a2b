package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.SinkOutcome;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.SinkCounts;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers rows in files, loads these, and counts the rows when they are loaded. BigQuery takes
 * 1,500 load jobs a day into one table, so a file is as large as a bundle lets it be.
 */
final class RowLoader implements RowStore.Open {
  private static final int MOST_ROWS = 200_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What is kept of a row until it is counted. */
  private static final Object[] NO_VALUES = {};

  private static final byte[] NO_BYTES = {};

  private final BigQuerySink sink;
  private final SinkCounts counts;
  private final List<Counted> waiting = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();
  private int rows;
  private List<Column> columns;
  private Storable storable;
  private LoadJobs jobs;
  private StagedFile file;

  RowLoader(BigQuerySink sink) {
    this.sink = sink;
    this.counts = SinkCounts.in(sink.ledger(), sink.patience(), sink.run(), sink.name());
  }

  /** Rows of one range, by ascending ordinal, with what came of each. */
  private record Counted(List<VersionedRecord> rows, List<SinkOutcome> outcomes) {}

  @Override
  public void begin() throws IOException {
    forget();
  }

  private void forget() throws IOException {
    waiting.clear();
    letters.clear();
    rows = 0;
    if (file != null) {
      file.close();
      file = null;
    }
  }

  /** Takes rows of one range; loads them, with those before, when they are many. */
  @Override
  public void write(List<VersionedRecord> batch, Consumer<DeadLetter> refused)
      throws IOException, SQLException {
    open();
    List<VersionedRecord> light = new ArrayList<>();
    List<SinkOutcome> outcomes = new ArrayList<>();
    for (VersionedRecord row : batch) {
      outcomes.add(add(row));
      light.add(
          new VersionedRecord(
              row.range(),
              row.ordinal(),
              row.offset(),
              row.version(),
              NO_VALUES,
              NO_BYTES,
              row.deleted()));
    }
    waiting.add(new Counted(light, outcomes));
    rows += batch.size();
    if (rows >= MOST_ROWS) {
      end(refused);
    }
  }

  private SinkOutcome add(VersionedRecord row) throws IOException {
    try {
      storable.check(row.values());
      file.add(row);
      return SinkOutcome.STORED;
    } catch (Refusal refusal) {
      letters.add(RefusedRow.deadLetter(sink, row, refusal));
      return SinkOutcome.REFUSED;
    }
  }

  /** Loads all there is, counts it, and hands on what was refused. */
  @Override
  public void end(Consumer<DeadLetter> refused) throws IOException, SQLException {
    if (file != null && !file.isEmpty()) {
      jobs.load(file.finished());
    }
    for (Counted batch : waiting) {
      if (batch.rows().get(0).isCounted()) {
        counts.count(batch.rows(), batch.outcomes());
      }
    }
    letters.forEach(refused);
    forget();
  }

  private void open() throws IOException {
    if (jobs == null) {
      BigQueryPreparation preparation =
          BigQueryPreparation.of(sink.dataset(), sink.warehouse(), sink.policy());
      columns = preparation.written();
      storable = new Storable(columns, preparation.longest());
      jobs =
          new LoadJobs(
              new Clients(sink.warehouse()).rest(PATIENCE),
              Staging.of(sink, columns).table(),
              sink.patience());
    }
    if (file == null) {
      file = StagedFile.create(columns);
    }
  }

  @Override
  public void close() throws IOException {
    forget();
    counts.close();
  }
}
