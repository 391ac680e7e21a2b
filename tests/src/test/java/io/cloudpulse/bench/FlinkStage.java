package io.cloudpulse.bench;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.files.FileListing;
import io.cloudpulse.transforms.files.ReadFiles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollectionTuple;

/** The same reading as a job on embedded Flink, with a sink that only counts. */
final class FlinkStage {
  private static final AtomicLong SEEN = new AtomicLong();

  private FlinkStage() {}

  static Stage of(Dataset dataset, String file, List<String> options) {
    FileListing listing =
        FileListing.of(dataset, file, FileListing.Options.of(Optional.empty(), false));
    return () -> {
      SEEN.set(0);
      PipelineOptions flink =
          PipelineOptionsFactory.fromArgs(options.toArray(new String[0])).create();
      Pipeline pipeline = Pipeline.create(flink);
      PCollectionTuple read =
          pipeline.apply("Read", ReadFiles.of(dataset, listing.ranges(), "bench", false));
      read.get(ReadOutputs.RECORDS).apply("Drop records", ParDo.of(new CountFn<>()));
      read.get(ReadOutputs.REFUSED).apply("Drop refused", ParDo.of(new CountFn<>()));
      read.get(ReadOutputs.TALLIES).apply("Drop tallies", ParDo.of(new DropFn<>()));
      pipeline.run().waitUntilFinish();
      return SEEN.get();
    };
  }

  private static final class DropFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void drop() {}
  }

  private static final class CountFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1;
    private transient long count;

    @StartBundle
    public void begin() {
      count = 0;
    }

    @ProcessElement
    public void count() {
      count++;
    }

    @FinishBundle
    public void end() {
      SEEN.addAndGet(count);
    }
  }
}
