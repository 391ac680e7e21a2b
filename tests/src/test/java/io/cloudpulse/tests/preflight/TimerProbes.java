package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.preflight.Capability;
import io.cloudpulse.pipelines.preflight.Mode;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerMap;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** Timers that must fire. */
final class TimerProbes {
  private static final Duration WINDOW = Duration.standardSeconds(10);

  private TimerProbes() {}

  static List<Probe> all() {
    return List.of(
        probe("event-time-timer", Capability.EVENT_TIME_TIMERS, "", new EventTimeFn()),
        probe("second-timer", Capability.EVENT_TIME_TIMERS, "", new SecondTimerFn()),
        probe(
            "processing-time-timer",
            Capability.PROCESSING_TIME_TIMERS,
            "fired",
            new ProcessingTimeFn()),
        probe("timer-family", Capability.TIMER_FAMILIES, "", new FamilyFn()),
        probe("on-window-expiration", Capability.ON_WINDOW_EXPIRATION, "", new ExpiringFn()));
  }

  private static Probe probe(
      String name, Capability capability, String last, DoFn<KV<String, Integer>, String> fn) {
    Expected fired = Expected.of("fired");
    return new Probe(
        name,
        capability,
        List.of(Step.of(1, 1)),
        last,
        input ->
            input
                .records()
                .apply("Cut windows", Window.into(FixedWindows.of(WINDOW)))
                .apply("Set a timer", ParDo.of(fn)),
        Map.of(Mode.BATCH, fired, Mode.STREAMING, fired));
  }

  static final class EventTimeFn extends DoFn<KV<String, Integer>, String> {
    @TimerId("close")
    private final TimerSpec spec = TimerSpecs.timer(TimeDomain.EVENT_TIME);

    @ProcessElement
    public void set(@Timestamp Instant time, @TimerId("close") Timer close) {
      close.set(time.plus(Duration.standardSeconds(1)));
    }

    @OnTimer("close")
    public void fire(OutputReceiver<String> out) {
      out.output("fired");
    }
  }

  /** A runner that looks at the first of two timers alone does not see what it cannot do. */
  static final class SecondTimerFn extends DoFn<KV<String, Integer>, String> {
    @TimerId("a")
    private final TimerSpec first = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    @TimerId("b")
    private final TimerSpec second = TimerSpecs.timer(TimeDomain.EVENT_TIME);

    @ProcessElement
    public void set(@Timestamp Instant time, @TimerId("a") Timer a, @TimerId("b") Timer b) {
      a.offset(Duration.millis(100)).setRelative();
      b.set(time.plus(Duration.standardSeconds(1)));
    }

    @OnTimer("a")
    public void passOver() {}

    @OnTimer("b")
    public void fire(OutputReceiver<String> out) {
      out.output("fired");
    }
  }

  static final class ProcessingTimeFn extends DoFn<KV<String, Integer>, String> {
    @TimerId("flush")
    private final TimerSpec spec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    @ProcessElement
    public void set(@TimerId("flush") Timer flush) {
      flush.offset(Duration.millis(100)).setRelative();
    }

    @OnTimer("flush")
    public void fire(OutputReceiver<String> out) {
      out.output("fired");
    }
  }

  static final class FamilyFn extends DoFn<KV<String, Integer>, String> {
    @SuppressWarnings("UnusedVariable") // Beam reads it.
    @TimerFamily("closings")
    private final TimerSpec spec = TimerSpecs.timerMap(TimeDomain.EVENT_TIME);

    @ProcessElement
    public void set(@Timestamp Instant time, @TimerFamily("closings") TimerMap closings) {
      closings.set("one", time.plus(Duration.standardSeconds(1)));
    }

    @OnTimerFamily("closings")
    public void fire(@TimerId String id, OutputReceiver<String> out) {
      out.output(id.equals("one") ? "fired" : id);
    }
  }

  static final class ExpiringFn extends DoFn<KV<String, Integer>, String> {
    @StateId("sum")
    private final StateSpec<ValueState<Integer>> spec = StateSpecs.value(VarIntCoder.of());

    @ProcessElement
    public void add(@Element KV<String, Integer> record, @StateId("sum") ValueState<Integer> sum) {
      sum.write(record.getValue());
    }

    @OnWindowExpiration
    public void expire(@StateId("sum") ValueState<Integer> sum, OutputReceiver<String> out) {
      out.output(Integer.valueOf(1).equals(sum.read()) ? "fired" : "without its state");
    }
  }
}
