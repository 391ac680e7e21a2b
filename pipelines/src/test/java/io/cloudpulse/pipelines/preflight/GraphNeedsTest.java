package io.cloudpulse.pipelines.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.GenerateSequence;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.windowing.AfterPane;
import org.apache.beam.sdk.transforms.windowing.AfterProcessingTime;
import org.apache.beam.sdk.transforms.windowing.AfterWatermark;
import org.apache.beam.sdk.transforms.windowing.Sessions;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphNeedsTest {
  private static final TupleTag<String> ONE = new TupleTag<>() {};
  private static final TupleTag<String> OTHER = new TupleTag<>() {};

  private final Pipeline pipeline = Pipeline.create();
  private PCollection<KV<String, Integer>> records;

  @BeforeEach
  void read() {
    records =
        pipeline.apply(
            "Read",
            Create.of(KV.of("k", 1)).withCoder(KvCoder.of(StringUtf8Coder.of(), VarIntCoder.of())));
  }

  @Test
  void findsEveryStateAndEveryTimerNotTheFirstAlone() {
    records.apply("Close visits", ParDo.of(new VisitsFn()));

    assertThat(needs("Close visits"))
        .containsExactlyInAnyOrder(
            "bag state (state \"clicks\")",
            "processing-time timers (timer \"beat\")",
            "event-time timers (timer \"close\")");
  }

  @Test
  void findsWhatATriggerIsMadeOf() {
    records
        .apply(
            "Cut sessions",
            Window.<KV<String, Integer>>into(Sessions.withGapDuration(Duration.standardSeconds(5)))
                .triggering(
                    AfterWatermark.pastEndOfWindow()
                        .withEarlyFirings(AfterProcessingTime.pastFirstElementInPane())
                        .withLateFirings(AfterPane.elementCountAtLeast(1)))
                .withAllowedLateness(Duration.standardHours(1))
                .accumulatingFiredPanes())
        .apply("Group", GroupByKey.create());

    assertThat(capabilities("Group"))
        .containsExactlyInAnyOrder(
            Capability.GROUP_BY_KEY,
            Capability.MERGING_WINDOWS,
            Capability.EARLY_FIRINGS,
            Capability.LATE_FIRINGS,
            Capability.PROCESSING_TIME_TRIGGERS,
            Capability.ELEMENT_COUNT_TRIGGERS,
            Capability.ACCUMULATING_PANES,
            Capability.ALLOWED_LATENESS);
    assertThat(capabilities("Cut sessions")).containsExactly(Capability.ELEMENT_WISE);
  }

  @Test
  void takesAReshuffleForWhatItIsAndNotForItsStandIn() {
    records.apply("Share out", Reshuffle.viaRandomKey()).apply("Add up", Sum.integersPerKey());

    assertThat(capabilities("Share out")).containsExactly(Capability.RESHUFFLE);
    assertThat(capabilities("Add up")).containsExactly(Capability.COMBINE);
  }

  @Test
  void tellsSourcesThatEndFromThoseThatDoNot() {
    pipeline.apply("Three", GenerateSequence.from(0).to(3));
    pipeline.apply("All", GenerateSequence.from(0));

    assertThat(needs("Three")).containsExactly("a bounded source");
    assertThat(needs("All")).containsExactly("an unbounded source (UnboundedCountingSource)");
  }

  /** The Spark runner then mixes them. */
  @Test
  void findsALoneOutputThatIsTaken() {
    part("Part").get(ONE).apply("Use it", ParDo.of(new PassFn()));
    var both = part("Part again");
    both.get(ONE).apply("Use one", ParDo.of(new PassFn()));
    both.get(OTHER).apply("Use the other", ParDo.of(new PassFn()));

    assertThat(needs("Part")).containsExactly("outputs that nobody takes (1 of 2 is taken)");
    assertThat(capabilities("Part again")).containsExactly(Capability.ELEMENT_WISE);
  }

  @Test
  void findsWhatStepsOfBeamsAreMadeOf() {
    records.apply("Batch up", GroupIntoBatches.ofSize(10));

    assertThat(capabilities("Batch up"))
        .contains(Capability.ON_WINDOW_EXPIRATION, Capability.EVENT_TIME_TIMERS);
  }

  @Test
  void goesIntoStepsOfOurOwn() {
    records.apply(
        "Close all",
        new PTransform<PCollection<KV<String, Integer>>, PCollection<String>>() {
          @Override
          public PCollection<String> expand(PCollection<KV<String, Integer>> input) {
            return input.apply("Close visits", ParDo.of(new VisitsFn()));
          }
        });

    assertThat(capabilities("Close all/Close visits")).contains(Capability.EVENT_TIME_TIMERS);
    assertThat(GraphNeeds.of(pipeline).names()).contains("Close all", "Close all/Close visits");
  }

  @Test
  void findsSideInputsAndWhatIsSplittable() {
    PCollectionView<List<Integer>> ten =
        pipeline.apply("Ten", Create.of(10)).apply("See ten", View.asList());
    records.apply("Count", ParDo.of(new CountFn()).withSideInputs(ten));

    assertThat(capabilities("Count"))
        .containsExactlyInAnyOrder(
            Capability.BOUNDED_SPLITTABLE,
            Capability.STABLE_INPUT,
            Capability.BUNDLE_FINALIZATION,
            Capability.SIDE_INPUTS);
  }

  private PCollectionTuple part(String name) {
    return records.apply(name, ParDo.of(new PartFn()).withOutputTags(ONE, TupleTagList.of(OTHER)));
  }

  private Set<String> needs(String step) {
    return steps().get(step).stream().map(Requirement::words).collect(Collectors.toSet());
  }

  private Set<Capability> capabilities(String step) {
    return steps().get(step).stream().map(Requirement::capability).collect(Collectors.toSet());
  }

  private Map<String, Set<Requirement>> steps() {
    return GraphNeeds.of(pipeline).steps();
  }

  static final class PartFn extends DoFn<KV<String, Integer>, String> {
    @ProcessElement
    public void part(MultiOutputReceiver out) {
      out.get(ONE).output("one");
    }
  }

  static final class PassFn extends DoFn<String, Void> {
    @ProcessElement
    public void pass() {}
  }

  @DoFn.BoundedPerElement
  static final class CountFn extends DoFn<KV<String, Integer>, String> {
    @RequiresStableInput
    @ProcessElement
    public void count(RestrictionTracker<OffsetRange, Long> tracker, BundleFinalizer bundle) {}

    @GetInitialRestriction
    public OffsetRange range() {
      return new OffsetRange(0, 1);
    }
  }
}
