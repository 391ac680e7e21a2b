package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.preflight.Capability;
import io.cloudpulse.pipelines.preflight.Mode;
import io.cloudpulse.tests.preflight.Probe.Input;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;

/** What a DoFn asks of its input, and splittable ones. */
final class InputProbes {
  private static final Expected THREE = Expected.of("0", "1", "2");

  private InputProbes() {}

  static List<Probe> all() {
    return List.of(
        probe(Capability.BOUNDED_SPLITTABLE, new BoundedFn(), both(THREE)),
        probe(Capability.UNBOUNDED_SPLITTABLE, new UnboundedFn(), Map.of(Mode.STREAMING, THREE)),
        new Probe(
            "stable-input",
            Capability.STABLE_INPUT,
            List.of(Step.of(3, 1)),
            "3",
            input -> input.records().apply("Ask", ParDo.of(new StableFn())),
            both(Expected.of("3"))),
        sorted(),
        new Probe(
            "bundle-finalization",
            Capability.BUNDLE_FINALIZATION,
            List.of(Step.of(3, 1)),
            "finalized",
            InputProbes::finalizing,
            both(Expected.of("3", "finalized"))));
  }

  private static Probe probe(
      Capability capability, DoFn<KV<String, Integer>, String> fn, Map<Mode, Expected> expected) {
    return new Probe(
        capability.key(),
        capability,
        List.of(Step.of(3, 1)),
        "",
        input -> input.records().apply("Ask", ParDo.of(fn)),
        expected);
  }

  private static Probe sorted() {
    return new Probe(
        "time-sorted-input",
        Capability.TIME_SORTED_INPUT,
        List.of(Step.of(3, 3), Step.of(1, 1), Step.of(2, 2)),
        "",
        input -> input.records().apply("Ask", ParDo.of(new SortedFn())),
        both(Expected.of("1 is 1", "2 is 2", "3 is 3")));
  }

  private static PCollection<String> finalizing(Input input) {
    return input.records().apply("Ask", ParDo.of(new FinalizingFn(input.run())));
  }

  private static Map<Mode, Expected> both(Expected expected) {
    return Map.of(Mode.BATCH, expected, Mode.STREAMING, expected);
  }

  @DoFn.BoundedPerElement
  static final class BoundedFn extends DoFn<KV<String, Integer>, String> {
    @ProcessElement
    public void read(RestrictionTracker<OffsetRange, Long> tracker, OutputReceiver<String> out) {
      for (long at = tracker.currentRestriction().getFrom(); tracker.tryClaim(at); at++) {
        out.output(String.valueOf(at));
      }
    }

    @GetInitialRestriction
    public OffsetRange range(@Element KV<String, Integer> record) {
      return new OffsetRange(0, record.getValue());
    }
  }

  /** It comes back for each number. */
  @DoFn.UnboundedPerElement
  static final class UnboundedFn extends DoFn<KV<String, Integer>, String> {
    @ProcessElement
    public ProcessContinuation read(
        RestrictionTracker<OffsetRange, Long> tracker, OutputReceiver<String> out) {
      long at = tracker.currentRestriction().getFrom();
      if (!tracker.tryClaim(at)) {
        return ProcessContinuation.stop();
      }
      out.output(String.valueOf(at));
      return ProcessContinuation.resume().withResumeDelay(Duration.millis(10));
    }

    @GetInitialRestriction
    public OffsetRange range(@Element KV<String, Integer> record) {
      return new OffsetRange(0, record.getValue());
    }
  }

  static final class StableFn extends DoFn<KV<String, Integer>, String> {
    @RequiresStableInput
    @ProcessElement
    public void tell(@Element KV<String, Integer> record, OutputReceiver<String> out) {
      out.output(String.valueOf(record.getValue()));
    }
  }

  static final class SortedFn extends DoFn<KV<String, Integer>, String> {
    @StateId("seen")
    private final StateSpec<ValueState<Integer>> spec = StateSpecs.value(VarIntCoder.of());

    @RequiresTimeSortedInput
    @ProcessElement
    public void tell(
        @Element KV<String, Integer> record,
        @StateId("seen") ValueState<Integer> seen,
        OutputReceiver<String> out) {
      Integer before = seen.read();
      int now = before == null ? 1 : before + 1;
      seen.write(now);
      out.output(now + " is " + record.getValue());
    }
  }

  static final class FinalizingFn extends DoFn<KV<String, Integer>, String> {
    private final String run;

    FinalizingFn(String run) {
      this.run = run;
    }

    @ProcessElement
    public void tell(
        @Element KV<String, Integer> record, BundleFinalizer bundle, OutputReceiver<String> out) {
      out.output(String.valueOf(record.getValue()));
      bundle.afterBundleCommit(
          BoundedWindow.TIMESTAMP_MAX_VALUE, () -> Heard.of(run).add("finalized"));
    }
  }
}
