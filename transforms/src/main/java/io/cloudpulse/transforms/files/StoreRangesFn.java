package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.decode.LineReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Reads whole ranges as {@link ReadRangesFn} does and stores what they hold: a record never leaves
 * this step. A range that is read again is stored again, which changes no row and no count.
 */
final class StoreRangesFn extends RangeFn<DeadLetter> {
  private static final long serialVersionUID = 1;

  private final RowStore store;
  private transient RowStore.Open open;

  StoreRangesFn(LoadOrigin origin, RowStore store) {
    super(origin);
    this.store = store;
  }

  @ProcessElement
  public void store(@Element FileRange range, MultiOutputReceiver out)
      throws IOException, SQLException {
    if (open == null) {
      open = store.open();
    }
    Consumer<DeadLetter> refused = out.get(ReadOutputs.REFUSED)::output;
    StoredRange outputs = new StoredRange(open, refused, out.get(ReadOutputs.TALLIES)::output);
    open.begin();
    try (LineReader lines = OpenFile.at(range)) {
      RangeReading reading = reading(range, outputs);
      reading.begin(lines, refuseUnknown());
      while (reading.next()) {
        outputs.storeIfMany();
      }
      outputs.store();
      open.end(refused);
      reading.end();
    }
  }

  @Override
  void closeMore() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}
