package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;

/** What steps that read whole ranges share. */
abstract class RangeFn<OutputT> extends DoFn<FileRange, OutputT> {
  private static final long serialVersionUID = 1;

  private final LoadOrigin origin;
  private transient RecordFinisher finisher;

  RangeFn(LoadOrigin origin) {
    this.origin = origin;
  }

  @Setup
  public void setUp(PipelineOptions options) {
    JobFiles.setUp(options);
    finisher = new RecordFinisher(origin.dataset(), origin.lookup());
  }

  @Teardown
  public void close() throws IOException {
    if (finisher != null) {
      finisher.close();
    }
    closeMore();
  }

  /** Lets go of what a step has open besides. */
  void closeMore() throws IOException {}

  RangeReading reading(FileRange range, RangeOutputs outputs) {
    return new RangeReading(origin.dataset(), range, origin.run(), finisher, outputs)
        .archivingTo(origin.archive().writer());
  }

  boolean refuseUnknown() {
    return origin.refuseUnknown();
  }
}
