package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeBatches;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/**
 * Loads records from files, one or more a bundle, and hands on those that BigQuery could not hold.
 * No state and no timer, so any runner can run it.
 */
final class LoadRowsFn extends DoFn<VersionedRecord, DeadLetter> {
  private static final long serialVersionUID = 1;

  /** Keeps memory flat where records are large. */
  private static final long MOST_BYTES = 8 << 20;

  private final BigQuerySink sink;
  private transient RowLoader loader;
  private transient RangeBatches batches;
  private transient Instant timestamp;
  private transient BoundedWindow window;

  LoadRowsFn(BigQuerySink sink) {
    this.sink = sink;
  }

  @Setup
  public void setUp() {
    loader = new RowLoader(sink);
    batches = new RangeBatches(MOST_BYTES);
  }

  /** A bundle that failed may have left rows behind; its retry brings them again. */
  @StartBundle
  public void startBundle() throws IOException {
    batches.clear();
    loader.clear();
  }

  @ProcessElement
  public void add(
      @Element VersionedRecord row,
      @Timestamp Instant rowTimestamp,
      BoundedWindow rowWindow,
      OutputReceiver<DeadLetter> refused)
      throws IOException, SQLException {
    timestamp = rowTimestamp;
    window = rowWindow;
    batches.add(row, batch -> loader.write(batch, refused::output));
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) throws IOException, SQLException {
    batches.flush(
        batch -> loader.write(batch, letter -> context.output(letter, timestamp, window)));
    loader.flush(letter -> context.output(letter, timestamp, window));
  }

  /** Beam's own answer would drag this object, and so the dataset, into the output's coder. */
  @Override
  public TypeDescriptor<DeadLetter> getOutputTypeDescriptor() {
    return TypeDescriptor.of(DeadLetter.class);
  }

  @Teardown
  public void tearDown() throws IOException {
    if (loader != null) {
      loader.close();
    }
  }
}
