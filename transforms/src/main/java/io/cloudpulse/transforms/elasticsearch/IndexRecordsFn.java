package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/**
 * Stores records in batches and hands on those that Elasticsearch refuses. Batches live inside a
 * bundle: no state and no timer, so any runner can run it. A batch is of one range.
 */
final class IndexRecordsFn extends DoFn<VersionedRecord, DeadLetter> {
  private static final long serialVersionUID = 1;
  private static final int MOST_ROWS = 2_000;

  /** Keeps memory flat where records are large. */
  private static final long MOST_BYTES = 8 << 20;

  private final ElasticsearchSink sink;
  private transient DocumentWriter writer;
  private transient List<VersionedRecord> batch;
  private transient long batchBytes;
  private transient Instant timestamp;
  private transient BoundedWindow window;

  IndexRecordsFn(ElasticsearchSink sink) {
    this.sink = sink;
  }

  @Setup
  public void setUp() {
    writer = new DocumentWriter(sink);
    batch = new ArrayList<>(MOST_ROWS);
  }

  /** A bundle that failed may have left rows behind; its retry brings them again. */
  @StartBundle
  public void startBundle() {
    clear();
    writer.startBundle();
  }

  @ProcessElement
  public void add(
      @Element VersionedRecord row,
      @Timestamp Instant rowTimestamp,
      BoundedWindow rowWindow,
      OutputReceiver<DeadLetter> refused)
      throws IOException, SQLException {
    if (!batch.isEmpty() && !batch.get(0).range().equals(row.range())) {
      flush(refused::output);
    }
    timestamp = rowTimestamp;
    window = rowWindow;
    batch.add(row);
    batchBytes += row.original().length;
    if (batch.size() >= MOST_ROWS || batchBytes >= MOST_BYTES) {
      flush(refused::output);
    }
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) throws IOException, SQLException {
    flush(refused -> context.output(refused, timestamp, window));
  }

  /** Beam's own answer would drag this object, and so the dataset, into the output's coder. */
  @Override
  public TypeDescriptor<DeadLetter> getOutputTypeDescriptor() {
    return TypeDescriptor.of(DeadLetter.class);
  }

  private void flush(Consumer<DeadLetter> refused) throws IOException, SQLException {
    if (!batch.isEmpty()) {
      writer.write(batch, refused);
      clear();
    }
  }

  private void clear() {
    batch.clear();
    batchBytes = 0;
  }

  @Teardown
  public void tearDown() {
    if (writer != null) {
      writer.close();
    }
  }
}
