package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.decode.RecordFinisher;
import org.apache.beam.sdk.transforms.DoFn;

/** What steps that read whole ranges share. */
abstract class RangeFn<OutputT> extends DoFn<FileRange, OutputT> {
  private static final long serialVersionUID = 1;

  private final Dataset dataset;
  private final String run;
  private final boolean refuseUnknown;
  private final Lookup lookup;
  private transient RecordFinisher finisher;

  RangeFn(Dataset dataset, String run, boolean refuseUnknown, Lookup lookup) {
    this.dataset = dataset;
    this.run = run;
    this.refuseUnknown = refuseUnknown;
    this.lookup = lookup;
  }

  @Setup
  public void compileExpressions() {
    finisher = new RecordFinisher(dataset, lookup);
  }

  @Teardown
  public void close() {
    if (finisher != null) {
      finisher.close();
    }
    closeMore();
  }

  /** Lets go of what a step has open besides. */
  void closeMore() {}

  RangeReading reading(FileRange range, RangeOutputs outputs) {
    return new RangeReading(dataset, range, run, finisher, outputs);
  }

  boolean refuseUnknown() {
    return refuseUnknown;
  }
}
