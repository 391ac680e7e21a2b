package io.cloudpulse.pipelines.rounds;

import org.apache.beam.sdk.options.PipelineOptions;

/** What a runner keeps from one round to the next: most keep nothing. */
interface KeptRunner extends AutoCloseable {
  /** What that runner keeps; nothing is opened yet. */
  static KeptRunner of(String runner) {
    return runner.equals("spark") ? new KeptSparkContext() : new Nothing();
  }

  /** Makes a round use what is kept, which is opened if it is not. */
  void lend(PipelineOptions round);

  /** Lets go of what is kept; the next round opens it anew. */
  @Override
  void close();

  /** Of runners whose rounds need nothing of each other. */
  final class Nothing implements KeptRunner {
    @Override
    public void lend(PipelineOptions round) {}

    @Override
    public void close() {}
  }
}
