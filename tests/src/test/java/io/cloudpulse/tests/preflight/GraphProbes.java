package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.preflight.Capability;
import io.cloudpulse.pipelines.preflight.Mode;
import io.cloudpulse.tests.preflight.Probe.Input;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.GenerateSequence;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;

/** How steps are put together. */
final class GraphProbes {
  private static final TupleTag<String> MAIN = new TupleTag<>() {};
  private static final TupleTag<Integer> OTHER = new TupleTag<>() {};

  private GraphProbes() {}

  static List<Probe> all() {
    Window<KV<String, Integer>> windows =
        Window.into(FixedWindows.of(Duration.standardSeconds(10)));
    return List.of(
        probe(Capability.ELEMENT_WISE, GraphProbes::values, "1", "2"),
        probe(Capability.GROUP_BY_KEY, new Panes(windows), "3"),
        probe(Capability.COMBINE, GraphProbes::combined, "3"),
        probe(Capability.RESHUFFLE, GraphProbes::reshuffled, "1", "2"),
        probe(Capability.SIDE_INPUTS, GraphProbes::besides, "11", "12"),
        new Probe(
            "unconsumed-outputs",
            Capability.UNCONSUMED_OUTPUTS,
            List.of(Step.of(1, 1), Step.of(2, 2)),
            "",
            GraphProbes::parted,
            both(Expected.of("odd 1").butNot("2"))),
        probe(Capability.BOUNDED_READ, GraphProbes::counted, "1", "2"),
        only(Mode.STREAMING, Capability.UNBOUNDED_READ, GraphProbes::values),
        only(Mode.STREAMING, Capability.TEST_STREAM, GraphProbes::scripted));
  }

  private static Probe probe(Capability capability, Probe.Graph graph, String... expected) {
    List<Step> steps = List.of(Step.of(1, 1), Step.of(2, 2));
    return new Probe(capability.key(), capability, steps, "", graph, both(Expected.of(expected)));
  }

  private static Probe only(Mode mode, Capability capability, Probe.Graph graph) {
    List<Step> steps = List.of(Step.of(1, 1), Step.of(2, 2));
    Map<Mode, Expected> expected = Map.of(mode, Expected.of("1", "2"));
    return new Probe(capability.key(), capability, steps, "", graph, expected);
  }

  private static Map<Mode, Expected> both(Expected expected) {
    return Map.of(Mode.BATCH, expected, Mode.STREAMING, expected);
  }

  private static PCollection<String> values(Input input) {
    return told(input.records());
  }

  private static PCollection<String> told(PCollection<KV<String, Integer>> records) {
    return records.apply(
        "Tell",
        MapElements.into(TypeDescriptors.strings())
            .via(record -> String.valueOf(record.getValue())));
  }

  private static PCollection<String> combined(Input input) {
    return told(
        input
            .records()
            .apply("Cut windows", Window.into(FixedWindows.of(Duration.standardSeconds(10))))
            .apply("Add up", Sum.integersPerKey()));
  }

  private static PCollection<String> reshuffled(Input input) {
    return told(input.records().apply("Share out", Reshuffle.viaRandomKey()));
  }

  private static PCollection<String> besides(Input input) {
    PCollectionView<Integer> ten =
        input.pipeline().apply("Ten", Create.of(10)).apply("See ten", View.asSingleton());
    return input.records().apply("Add ten", ParDo.of(new AddFn(ten)).withSideInputs(ten));
  }

  private static PCollection<String> parted(Input input) {
    return input
        .records()
        .apply("Part", ParDo.of(new PartFn()).withOutputTags(MAIN, TupleTagList.of(OTHER)))
        .get(MAIN);
  }

  private static PCollection<String> counted(Input input) {
    return input
        .pipeline()
        .apply("Count", GenerateSequence.from(1).to(3))
        .apply(
            "Tell", MapElements.into(TypeDescriptors.strings()).via(each -> Long.toString(each)));
  }

  private static PCollection<String> scripted(Input input) {
    TestStream<Integer> script =
        TestStream.create(VarIntCoder.of())
            .addElements(1)
            .advanceWatermarkTo(Step.time(1))
            .addElements(2)
            .advanceWatermarkToInfinity();
    return input
        .pipeline()
        .apply("Script", script)
        .apply(
            "Tell",
            MapElements.into(TypeDescriptors.strings()).via(each -> Integer.toString(each)));
  }

  static final class AddFn extends DoFn<KV<String, Integer>, String> {
    private final PCollectionView<Integer> other;

    AddFn(PCollectionView<Integer> other) {
      this.other = other;
    }

    @ProcessElement
    public void add(
        @Element KV<String, Integer> record, ProcessContext context, OutputReceiver<String> out) {
      out.output(String.valueOf(record.getValue() + context.sideInput(other)));
    }
  }

  static final class PartFn extends DoFn<KV<String, Integer>, String> {
    @ProcessElement
    public void part(@Element KV<String, Integer> record, MultiOutputReceiver out) {
      if (record.getValue() % 2 == 1) {
        out.get(MAIN).output("odd " + record.getValue());
      } else {
        out.get(OTHER).output(record.getValue());
      }
    }
  }
}
