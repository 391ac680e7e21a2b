package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.VersionedRecord;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.Sessions;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;

/**
 * Follows the sessions of each user, and tells what each has come to: what a model is fitted to,
 * and what it is asked about. In the global window.
 *
 * <p>Of a stream, each event tells of its session as it is then; the one that holds most events at
 * a moment is what a batch tells of that moment. Events that come too late are left out, as they
 * are of all windows.
 */
public final class ObserveSessions
    extends PTransform<PCollection<VersionedRecord>, PCollection<KV<Long, Moment>>> {
  private static final long serialVersionUID = 1;

  private final ActivityWindows windows;
  private final Told told;

  private ObserveSessions(ActivityWindows windows, Told told) {
    this.windows = windows;
    this.told = told;
  }

  /** What a batch tells of a session. */
  private enum Told {
    EACH_MOMENT,
    END
  }

  /** Of a batch, the end of each session: all that is known of it. */
  public static ObserveSessions ends(ActivityWindows windows) {
    return new ObserveSessions(windows, Told.END);
  }

  /** Of a batch, each moment of each session. */
  public static ObserveSessions moments(ActivityWindows windows) {
    return new ObserveSessions(windows, Told.EACH_MOMENT);
  }

  @Override
  public PCollection<KV<Long, Moment>> expand(PCollection<VersionedRecord> events) {
    KvCoder<Long, TupleSet> coder =
        KvCoder.of(VarLongCoder.of(), TupleSetCoder.of(ObservedEvent.WIDTH));
    PCollection<KV<Long, TupleSet>> byUser =
        events.apply(
            KeyEvents.of(
                windows, coder, event -> KV.of(event.getUserId(), ObservedEvent.of(event))));
    PCollection<KV<Long, Moment>> moments =
        events.isBounded() == IsBounded.BOUNDED
            ? cut(byUser)
            : byUser.apply("Observe each user", ParDo.of(new ObserveSessionsFn(windows)));
    return moments.setCoder(KvCoder.of(VarLongCoder.of(), new Moment.Coder()));
  }

  private PCollection<KV<Long, Moment>> cut(PCollection<KV<Long, TupleSet>> byUser) {
    Sessions sessions = Sessions.withGapDuration(ActivityWindows.joda(windows.sessionGap()));
    return byUser
        .apply("Cut where a user pauses", windows.growing(sessions, IsBounded.BOUNDED))
        .apply("Unite events", Combine.perKey(new UniteEventsFn(ObservedEvent.WIDTH)))
        .apply("Look at each session", ParDo.of(new LookFn(told)))
        .setCoder(KvCoder.of(VarLongCoder.of(), new Moment.Coder()))
        .apply("Leave windows", ActivityWindows.leave());
  }

  /** Each moment of a session, in their order. */
  static List<Moment> moments(TupleSet events) {
    long purchases = SessionFacts.of(events).purchases();
    List<Moment> moments = new ArrayList<>();
    SessionFacts facts = SessionFacts.NONE;
    int size = events.size();
    for (int i = 0; i < size; i++) {
      facts = facts.plus(ObservedEvent.facts(events, i));
      if (i + 1 == size || events.get(i + 1, 0) > events.get(i, 0)) {
        moments.add(new Moment(facts, purchases > facts.purchases()));
      }
    }
    return moments;
  }

  private static final class LookFn extends DoFn<KV<Long, TupleSet>, KV<Long, Moment>>
      implements Serializable {
    private static final long serialVersionUID = 1;

    private final Told told;

    LookFn(Told told) {
      this.told = told;
    }

    @ProcessElement
    public void look(@Element KV<Long, TupleSet> session, OutputReceiver<KV<Long, Moment>> out) {
      List<Moment> all =
          told == Told.EACH_MOMENT
              ? moments(session.getValue())
              : List.of(new Moment(SessionFacts.of(session.getValue()), false));
      all.forEach(moment -> out.output(KV.of(session.getKey(), moment)));
    }
  }
}
