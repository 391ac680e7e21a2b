package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
 * Follows the sessions of a stream's users, of distinct events in the global window. Beam's session
 * windows would keep every event until the session closes, to tell then where none starts; here
 * that is told at once, and a session keeps its totals alone.
 */
final class FollowSessionsFn extends DoFn<KV<Long, TupleSet>, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final int generation;
  private final long gap;
  private final long lateness;

  @StateId("sessions")
  private final StateSpec<ValueState<OpenSessions>> sessionsSpec =
      StateSpecs.value(new OpenSessionsCoder());

  @TimerId("due")
  private final TimerSpec dueSpec = TimerSpecs.timer(TimeDomain.EVENT_TIME);

  FollowSessionsFn(ActivityWindows windows) {
    this.generation = windows.generation();
    this.gap = windows.sessionGap().toMillis();
    this.lateness = windows.allowedLateness().toMillis();
  }

  @ProcessElement
  public void follow(
      @Element KV<Long, TupleSet> event,
      @StateId("sessions") ValueState<OpenSessions> state,
      @TimerId("due") Timer timer,
      OutputReceiver<VersionedRecord> out) {
    OpenSessions known = state.read();
    TreeSet<Long> starts = new TreeSet<>();
    OpenSessions open =
        (known == null ? OpenSessions.NONE : known)
            .with(EventTotals.of(event.getValue()), gap, starts);
    for (long start : starts.tailSet(starts.first(), false)) {
      out.output(FindSessions.noStart(generation, event.getKey(), start));
    }
    state.write(planned(open, timer));
  }

  /** A session that grows ends later than was thought: that is seen when its time has come. */
  private OpenSessions planned(OpenSessions open, Timer timer) {
    long due = open.nextDue(gap, lateness);
    if (due >= open.dueMillis()) {
      return open;
    }
    timer.set(Instant.ofEpochMilli(due));
    return open.dueAt(due);
  }

  @OnTimer("due")
  public void tell(
      @Key Long user,
      OnTimerContext context,
      @StateId("sessions") ValueState<OpenSessions> state,
      @TimerId("due") Timer timer,
      OutputReceiver<VersionedRecord> out) {
    OpenSessions open = state.read();
    List<EventTotals> closed = new ArrayList<>();
    long now = context.fireTimestamp().getMillis();
    OpenSessions left = open.at(now, gap, lateness, closed);
    closed.forEach(totals -> out.output(FindSessions.row(generation, user, totals)));
    if (left.sessions().isEmpty()) {
      state.clear();
    } else {
      state.write(planned(left, timer));
    }
  }
}
