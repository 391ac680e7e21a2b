package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Stores what is accepted of one range, in batches. */
final class StoredRange implements RangeOutputs {
  private static final int MANY_ROWS = 2_000;

  /** Keeps memory flat where records are large. */
  private static final long MANY_BYTES = 16 << 20;

  private final RowStore.Open store;
  private final Consumer<DeadLetter> refused;
  private final Consumer<RangeTally> finished;
  private final List<VersionedRecord> batch = new ArrayList<>();
  private long bytes;

  StoredRange(RowStore.Open store, Consumer<DeadLetter> refused, Consumer<RangeTally> finished) {
    this.store = store;
    this.refused = refused;
    this.finished = finished;
  }

  @Override
  public void accepted(VersionedRecord record) {
    batch.add(record);
    bytes += record.original().length;
  }

  /** To be asked after each record that was read, which may be many rows. */
  void storeIfMany() throws IOException, SQLException {
    if (batch.size() >= MANY_ROWS || bytes >= MANY_BYTES) {
      store();
    }
  }

  /** Stores what was not yet stored. */
  void store() throws IOException, SQLException {
    if (!batch.isEmpty()) {
      store.write(batch, refused);
      batch.clear();
      bytes = 0;
    }
  }

  @Override
  public void refused(DeadLetter letter) {
    refused.accept(letter);
  }

  @Override
  public void finished(RangeTally tally) {
    finished.accept(tally);
  }
}
