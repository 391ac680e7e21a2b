package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.values.PCollection;

/** Makes rows of the results of windows, and leaves the windows: sinks write in the global one. */
final class MakeRows<T> extends PTransform<PCollection<T>, PCollection<VersionedRecord>> {
  private static final long serialVersionUID = 1;

  private final Dataset dataset;
  private final RowMaker<T> maker;

  private MakeRows(Dataset dataset, RowMaker<T> maker) {
    this.dataset = dataset;
    this.maker = maker;
  }

  static <T> MakeRows<T> of(Dataset dataset, RowMaker<T> maker) {
    return new MakeRows<>(dataset, maker);
  }

  /** Makes what is to be written of one result. */
  interface RowMaker<T> extends Serializable {
    List<VersionedRecord> rows(T result, Instant windowStart);
  }

  @Override
  public PCollection<VersionedRecord> expand(PCollection<T> results) {
    return results
        .apply("Make rows", ParDo.of(new MakeRowsFn<>(maker)))
        .setCoder(VersionedRecordCoder.of(dataset))
        .apply("Leave windows", ActivityWindows.leave());
  }

  private static final class MakeRowsFn<T> extends DoFn<T, VersionedRecord> {
    private static final long serialVersionUID = 1;

    private final RowMaker<T> maker;

    MakeRowsFn(RowMaker<T> maker) {
      this.maker = maker;
    }

    @ProcessElement
    public void make(@Element T result, BoundedWindow window, OutputReceiver<VersionedRecord> out) {
      long start = ((IntervalWindow) window).start().getMillis();
      maker.rows(result, Instant.ofEpochMilli(start)).forEach(out::output);
    }
  }
}
