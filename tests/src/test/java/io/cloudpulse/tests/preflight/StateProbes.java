package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.preflight.Capability;
import io.cloudpulse.pipelines.preflight.Mode;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.CombiningState;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.MultimapState;
import org.apache.beam.sdk.state.OrderedListState;
import org.apache.beam.sdk.state.SetState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Instant;

/** Each kind of state counts three records. */
final class StateProbes {
  private static final Expected ALL = Expected.of("seen 1", "seen 2", "seen 3");

  private StateProbes() {}

  static List<Probe> all() {
    return List.of(
        probe("value-state", Capability.VALUE_STATE, new ValueFn()),
        probe("bag-state", Capability.BAG_STATE, new BagFn()),
        probe("combining-state", Capability.COMBINING_STATE, new CombiningFn()),
        probe("map-state", Capability.MAP_STATE, new MapFn()),
        probe("set-state", Capability.SET_STATE, new SetFn()),
        probe("multimap-state", Capability.MULTIMAP_STATE, new MultimapFn()),
        probe("ordered-list-state", Capability.ORDERED_LIST_STATE, new OrderedListFn()));
  }

  private static Probe probe(
      String name, Capability capability, DoFn<KV<String, Integer>, String> fn) {
    return new Probe(
        name,
        capability,
        List.of(Step.of(1, 1), Step.of(2, 2), Step.of(3, 3)),
        "",
        input -> input.records().apply("Count", ParDo.of(fn)),
        Map.of(Mode.BATCH, ALL, Mode.STREAMING, ALL));
  }

  static final class ValueFn extends DoFn<KV<String, Integer>, String> {
    @StateId("seen")
    private final StateSpec<ValueState<Integer>> spec = StateSpecs.value(VarIntCoder.of());

    @ProcessElement
    public void count(@StateId("seen") ValueState<Integer> seen, OutputReceiver<String> out) {
      Integer before = seen.read();
      int now = before == null ? 1 : before + 1;
      seen.write(now);
      out.output("seen " + now);
    }
  }

  static final class BagFn extends DoFn<KV<String, Integer>, String> {
    @StateId("seen")
    private final StateSpec<BagState<Integer>> spec = StateSpecs.bag(VarIntCoder.of());

    @ProcessElement
    public void count(@StateId("seen") BagState<Integer> seen, OutputReceiver<String> out) {
      seen.add(1);
      out.output("seen " + size(seen.read()));
    }
  }

  static final class CombiningFn extends DoFn<KV<String, Integer>, String> {
    @StateId("seen")
    private final StateSpec<CombiningState<Integer, int[], Integer>> spec =
        StateSpecs.combining(Sum.ofIntegers());

    @ProcessElement
    public void count(
        @StateId("seen") CombiningState<Integer, int[], Integer> seen, OutputReceiver<String> out) {
      seen.add(1);
      out.output("seen " + seen.read());
    }
  }

  static final class MapFn extends DoFn<KV<String, Integer>, String> {
    @StateId("seen")
    private final StateSpec<MapState<Integer, Integer>> spec =
        StateSpecs.map(VarIntCoder.of(), VarIntCoder.of());

    @ProcessElement
    public void count(
        @Element KV<String, Integer> record,
        @StateId("seen") MapState<Integer, Integer> seen,
        OutputReceiver<String> out) {
      seen.put(record.getValue(), 1);
      out.output("seen " + size(seen.keys().read()));
    }
  }

  static final class SetFn extends DoFn<KV<String, Integer>, String> {
    @StateId("seen")
    private final StateSpec<SetState<Integer>> spec = StateSpecs.set(VarIntCoder.of());

    @ProcessElement
    public void count(
        @Element KV<String, Integer> record,
        @StateId("seen") SetState<Integer> seen,
        OutputReceiver<String> out) {
      seen.add(record.getValue());
      out.output("seen " + size(seen.read()));
    }
  }

  static final class MultimapFn extends DoFn<KV<String, Integer>, String> {
    @StateId("seen")
    private final StateSpec<MultimapState<String, Integer>> spec =
        StateSpecs.multimap(StringUtf8Coder.of(), VarIntCoder.of());

    @ProcessElement
    public void count(
        @Element KV<String, Integer> record,
        @StateId("seen") MultimapState<String, Integer> seen,
        OutputReceiver<String> out) {
      seen.put("all", record.getValue());
      out.output("seen " + size(seen.get("all").read()));
    }
  }

  static final class OrderedListFn extends DoFn<KV<String, Integer>, String> {
    @StateId("seen")
    private final StateSpec<OrderedListState<Integer>> spec =
        StateSpecs.orderedList(VarIntCoder.of());

    @ProcessElement
    public void count(
        @Element KV<String, Integer> record,
        @Timestamp Instant time,
        @StateId("seen") OrderedListState<Integer> seen,
        OutputReceiver<String> out) {
      seen.add(TimestampedValue.of(record.getValue(), time));
      out.output("seen " + size(seen.read()));
    }
  }

  private static int size(Iterable<?> all) {
    int size = 0;
    for (Object unused : all) {
      size++;
    }
    return size;
  }
}
