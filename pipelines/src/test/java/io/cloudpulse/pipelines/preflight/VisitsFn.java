package io.cloudpulse.pipelines.preflight;

import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** Gathers a visit's clicks, and closes it in event time; its first timer is of the other kind. */
final class VisitsFn extends DoFn<KV<String, Integer>, String> {
  @StateId("clicks")
  private final StateSpec<BagState<Integer>> clicks = StateSpecs.bag();

  @TimerId("beat")
  private final TimerSpec beat = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @TimerId("close")
  private final TimerSpec close = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  @ProcessElement
  public void gather(
      @Element KV<String, Integer> click,
      @Timestamp Instant time,
      @StateId("clicks") BagState<Integer> seen,
      @TimerId("close") Timer end) {
    seen.add(click.getValue());
    end.set(time.plus(Duration.standardMinutes(30)));
  }

  @OnTimer("beat")
  public void tell() {}

  @OnTimer("close")
  public void close(OutputReceiver<String> out) {
    out.output("closed");
  }
}
