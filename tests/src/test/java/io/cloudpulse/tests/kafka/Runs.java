package io.cloudpulse.tests.kafka;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Pipelines on the runners of this class path, as the profiles set them. */
final class Runs {
  private static final List<String> DIRECT =
      List.of(
          "--runner=DirectRunner",
          "--targetParallelism=2",
          "--experiments=use_deprecated_read",
          "--enforceImmutability=false");

  private static final List<String> FLINK =
      List.of(
          "--runner=FlinkRunner",
          "--flinkMaster=[local]",
          "--parallelism=2",
          "--objectReuse=true",
          "--fasterCopy=false",
          "--disableMetrics=true",
          "--maxBundleTimeMills=200",
          "--checkpointingInterval=300");

  private Runs() {}

  static Pipeline on(String runner, String... more) {
    List<String> options = new java.util.ArrayList<>(runner.equals("direct") ? DIRECT : FLINK);
    options.addAll(List.of(more));
    return Pipeline.create(
        PipelineOptionsFactory.fromArgs(options.toArray(new String[0])).create());
  }
}
