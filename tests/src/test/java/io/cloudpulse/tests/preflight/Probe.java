package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.preflight.Capability;
import io.cloudpulse.pipelines.preflight.Mode;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;

/**
 * A small graph that asks a runner for one thing, and shows whether it got it.
 *
 * @param steps its input
 * @param last what a stream is to say before its input ends; may be empty
 * @param expected by mode; a mode that is not there is not probed
 */
record Probe(
    String name,
    Capability capability,
    List<Step> steps,
    String last,
    Graph graph,
    Map<Mode, Expected> expected) {

  /** What is probed: it takes the input and says what came of it. */
  interface Graph extends SerializableFunction<Input, PCollection<String>> {}

  /**
   * What a probe's graph is made of.
   *
   * @param run under which it is heard
   */
  record Input(Pipeline pipeline, PCollection<KV<String, Integer>> records, String run) {}

  void addTo(Pipeline pipeline, Mode mode, String run) {
    PCollection<KV<String, Integer>> records =
        mode == Mode.STREAMING
            ? pipeline.apply("Read", Read.from(new SteppedSource(run, steps, last)))
            : pipeline.apply("Read", Create.timestamped(timestamped()).withCoder(coder()));
    graph
        .apply(new Input(pipeline, records, run))
        .apply("Listen", ParDo.of(new Heard.ListenFn(run)));
  }

  private List<TimestampedValue<KV<String, Integer>>> timestamped() {
    return steps.stream()
        .map(step -> TimestampedValue.of(KV.of("k", step.value()), Step.time(step.second())))
        .toList();
  }

  private static KvCoder<String, Integer> coder() {
    return KvCoder.of(StringUtf8Coder.of(), VarIntCoder.of());
  }

  /** So that a failed test names it. */
  @Override
  public String toString() {
    return name;
  }
}
