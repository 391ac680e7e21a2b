package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.preflight.Capability;
import io.cloudpulse.pipelines.preflight.Mode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.windowing.AfterPane;
import org.apache.beam.sdk.transforms.windowing.AfterProcessingTime;
import org.apache.beam.sdk.transforms.windowing.AfterWatermark;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Repeatedly;
import org.apache.beam.sdk.transforms.windowing.Sessions;
import org.apache.beam.sdk.transforms.windowing.Trigger;
import org.apache.beam.sdk.transforms.windowing.Trigger.OnceTrigger;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;

/** Windows, and the panes that come of them. A batch has all at once, and tells one sum. */
final class WindowProbes {
  private static final List<Step> TWO = List.of(Step.of(1, 1), Step.of(2, 2));

  /** The second comes when the first was told of, before the window's end. */
  private static final List<Step> AFTER_EARLY =
      List.of(Step.of(1, 1), Step.of(2, 2).after("EARLY 1"));

  /** The second comes when its window was told of. */
  private static final List<Step> LATE =
      List.of(Step.of(1, 1), Step.of(2, 2).whenWatermarkIs(20).after("ON_TIME 1"));

  private static final OnceTrigger EACH = AfterPane.elementCountAtLeast(1);

  private WindowProbes() {}

  static List<Probe> all() {
    return Stream.of(beforeTheEnd(), afterTheEnd(), otherwise()).flatMap(List::stream).toList();
  }

  private static List<Probe> beforeTheEnd() {
    return List.of(
        probe(
            Capability.EARLY_FIRINGS,
            AFTER_EARLY,
            early().accumulatingFiredPanes(),
            modes(Expected.of("3"), Expected.of("EARLY 1", "ON_TIME 3"))),
        probe(
            Capability.ACCUMULATING_PANES,
            AFTER_EARLY,
            early().accumulatingFiredPanes(),
            modes(Expected.of("3"), Expected.of("1", "3").butNot("2"))),
        probe(
            Capability.DISCARDING_PANES,
            AFTER_EARLY,
            early().discardingFiredPanes(),
            modes(Expected.of("holds 1", "holds 2"), Expected.of("1", "2").butNot("3"))),
        probe(
            Capability.ON_TIME_IF_NON_EMPTY,
            List.of(Step.of(1, 1)),
            early()
                .withOnTimeBehavior(Window.OnTimeBehavior.FIRE_IF_NON_EMPTY)
                .discardingFiredPanes(),
            modes(Expected.of("1"), Expected.of("EARLY 1").butNot("ON_TIME 0"))));
  }

  private static List<Probe> afterTheEnd() {
    return List.of(
        probe(
            Capability.LATE_FIRINGS,
            LATE,
            fixed(AfterWatermark.pastEndOfWindow().withLateFirings(EACH))
                .withAllowedLateness(Duration.standardHours(1))
                .accumulatingFiredPanes(),
            modes(Expected.of("3"), Expected.of("ON_TIME 1", "LATE 3"))),
        probe(
            Capability.ALLOWED_LATENESS,
            LATE,
            Window.<KV<String, Integer>>into(FixedWindows.of(Duration.standardSeconds(10)))
                .withAllowedLateness(Duration.standardHours(1))
                .discardingFiredPanes(),
            modes(Expected.of("3"), Expected.of("ON_TIME 1", "LATE 2"))));
  }

  private static List<Probe> otherwise() {
    return List.of(
        probe(
            Capability.MERGING_WINDOWS,
            List.of(Step.of(1, 1), Step.of(2, 3), Step.of(4, 60)),
            Window.into(Sessions.withGapDuration(Duration.standardSeconds(5))),
            both(Expected.of("3", "4"))),
        probe(
            Capability.ELEMENT_COUNT_TRIGGERS,
            "3",
            fixed(Repeatedly.forever(AfterPane.elementCountAtLeast(2))).discardingFiredPanes()),
        probe(
            Capability.PROCESSING_TIME_TRIGGERS,
            "3",
            fixed(
                    Repeatedly.forever(
                        AfterProcessingTime.pastFirstElementInPane()
                            .plusDelayOf(Duration.standardSeconds(2))))
                .accumulatingFiredPanes()));
  }

  private static Window<KV<String, Integer>> fixed(Trigger trigger) {
    return Window.<KV<String, Integer>>into(FixedWindows.of(Duration.standardSeconds(10)))
        .triggering(trigger)
        .withAllowedLateness(Duration.ZERO);
  }

  private static Window<KV<String, Integer>> early() {
    return fixed(AfterWatermark.pastEndOfWindow().withEarlyFirings(EACH));
  }

  /** Event time stands still until the pane was told of. */
  private static Probe probe(
      Capability capability, String last, Window<KV<String, Integer>> windows) {
    return new Probe(
        capability.key(), capability, TWO, last, new Panes(windows), both(Expected.of(last)));
  }

  private static Probe probe(
      Capability capability,
      List<Step> steps,
      Window<KV<String, Integer>> windows,
      Map<Mode, Expected> expected) {
    String last = capability == Capability.ON_TIME_IF_NON_EMPTY ? "EARLY 1" : "";
    return new Probe(capability.key(), capability, steps, last, new Panes(windows), expected);
  }

  private static Map<Mode, Expected> both(Expected expected) {
    return modes(expected, expected);
  }

  private static Map<Mode, Expected> modes(Expected batch, Expected streaming) {
    return Map.of(Mode.BATCH, batch, Mode.STREAMING, streaming);
  }
}
