package io.cloudpulse.transforms;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/**
 * Stores records in batches and hands on those that the sink refuses. Batches live inside a bundle:
 * no state and no timer, so any runner can run it. Each batch is of one range.
 */
final class StoreRowsFn extends DoFn<VersionedRecord, DeadLetter> {
  private static final long serialVersionUID = 1;

  private final RowStore store;
  private final long mostBytes;
  private transient RowStore.Open open;
  private transient RangeBatches batches;
  private transient Instant timestamp;
  private transient BoundedWindow window;

  StoreRowsFn(RowStore store, long mostBytes) {
    this.store = store;
    this.mostBytes = mostBytes;
  }

  @Setup
  public void setUp() {
    open = store.open();
    batches = new RangeBatches(mostBytes);
  }

  /** A bundle that failed may have left rows behind; its retry brings them again. */
  @StartBundle
  public void startBundle() throws IOException {
    batches.clear();
    open.begin();
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
    batches.add(row, batch -> open.write(batch, refused::output));
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) throws IOException, SQLException {
    batches.flush(batch -> open.write(batch, letter -> context.output(letter, timestamp, window)));
    open.end(letter -> context.output(letter, timestamp, window));
  }

  /** Beam's own answer would drag this object, and so the dataset, into the output's coder. */
  @Override
  public TypeDescriptor<DeadLetter> getOutputTypeDescriptor() {
    return TypeDescriptor.of(DeadLetter.class);
  }

  @Teardown
  public void tearDown() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}
