package io.cloudpulse.tests.preflight;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.values.KV;

/**
 * A stream of a probe's records that comes to its end when the probe was heard to say what it is to
 * say, or a while later.
 */
final class SteppedSource extends UnboundedSource<KV<String, Integer>, SteppedSource.Mark> {
  private final String run;
  private final List<Step> steps;
  private final String last;

  SteppedSource(String run, List<Step> steps, String last) {
    this.run = run;
    this.steps = List.copyOf(steps);
    this.last = last;
  }

  String run() {
    return run;
  }

  List<Step> steps() {
    return steps;
  }

  /** What must be heard before the stream ends; may be empty. */
  String last() {
    return last;
  }

  @Override
  public List<SteppedSource> split(int wanted, PipelineOptions options) {
    return List.of(this);
  }

  @Override
  public UnboundedReader<KV<String, Integer>> createReader(PipelineOptions options, Mark mark) {
    return new SteppedReader(this, mark == null ? 0 : mark.read());
  }

  @Override
  public Coder<Mark> getCheckpointMarkCoder() {
    return SerializableCoder.of(Mark.class);
  }

  @Override
  public Coder<KV<String, Integer>> getOutputCoder() {
    return KvCoder.of(StringUtf8Coder.of(), VarIntCoder.of());
  }

  /** How many records were read. */
  record Mark(int read) implements CheckpointMark, Serializable {
    @Override
    public void finalizeCheckpoint() {}
  }
}
