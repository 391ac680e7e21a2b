package io.cloudpulse.transforms.activity;

import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Instant;

/**
 * Tells, for each of a stream's distinct events in the global window, what its session has come to.
 * An open session keeps its facts alone, some hundred bytes.
 */
final class ObserveSessionsFn extends DoFn<KV<Long, TupleSet>, KV<Long, Moment>> {
  private static final long serialVersionUID = 1;

  private final long gap;
  private final long lateness;

  @StateId("facts")
  private final StateSpec<ValueState<OpenFacts>> factsSpec =
      StateSpecs.value(new OpenFacts.Coder());

  @TimerId("over")
  private final TimerSpec overSpec = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  ObserveSessionsFn(ActivityWindows windows) {
    this.gap = windows.sessionGap().toMillis();
    this.lateness = windows.allowedLateness().toMillis();
  }

  @ProcessElement
  public void observe(
      @Element KV<Long, TupleSet> event,
      @StateId("facts") ValueState<OpenFacts> state,
      @TimerId("over") Timer timer,
      OutputReceiver<KV<Long, Moment>> out) {
    OpenFacts known = state.read();
    OpenFacts open =
        (known == null ? OpenFacts.NONE : known).with(SessionFacts.of(event.getValue()), gap);
    out.output(KV.of(event.getKey(), new Moment(open.changed(), false)));
    state.write(planned(open, timer));
  }

  /** A session that grows ends later than was thought: that is seen when its time has come. */
  private OpenFacts planned(OpenFacts open, Timer timer) {
    long due = open.nextDue(gap, lateness);
    if (due >= open.dueMillis()) {
      return open;
    }
    timer.set(Instant.ofEpochMilli(due));
    return open.dueAt(due);
  }

  @OnTimer("over")
  public void forget(
      OnTimerContext context,
      @StateId("facts") ValueState<OpenFacts> state,
      @TimerId("over") Timer timer) {
    OpenFacts left = state.read().at(context.fireTimestamp().getMillis(), gap, lateness);
    if (left.sessions().isEmpty()) {
      state.clear();
    } else {
      state.write(planned(left, timer));
    }
  }
}
