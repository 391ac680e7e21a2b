package io.cloudpulse.transforms;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Stores records in batches and returns those that the sink refused, with their times and windows.
 * Bounded or not; each record is stored at the latest when its bundle ends.
 */
public final class StoreRows
    extends PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> {
  private static final long serialVersionUID = 1;

  private final String step;
  private final StoreRowsFn fn;

  private StoreRows(String step, StoreRowsFn fn) {
    this.step = step;
    this.fn = fn;
  }

  /**
   * Into one sink.
   *
   * @param step what its only step is called
   * @param mostBytes of a batch: keeps memory flat where records are large
   */
  public static StoreRows by(String step, RowStore store, long mostBytes) {
    return new StoreRows(step, new StoreRowsFn(store, mostBytes));
  }

  @Override
  public PCollection<DeadLetter> expand(PCollection<VersionedRecord> rows) {
    return rows.apply(step, ParDo.of(fn));
  }
}
