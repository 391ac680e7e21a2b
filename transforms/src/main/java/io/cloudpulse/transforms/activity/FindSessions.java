package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.activity.ActivityDatasets;
import io.cloudpulse.schemas.activity.UserSession;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.Sessions;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;

/**
 * Finds the sessions of each user: events of which each is less than the gap after the one before.
 * A row's version is the number of its distinct events. Of a stream, a session is told when it
 * closes, and again on late news; a user's open ones keep some hundred bytes.
 *
 * <p>Late news can join sessions, or move the start of one, which leaves behind the row of a start
 * that is none. Any event but the first can have looked like a start to a run that had not seen
 * those before it. So for every other time of an event it is told that no session starts then, in a
 * version higher than that of any row. More events never undo it: a time with another event shortly
 * before stays one. That is n - 1 short records for n events; sinks keep the newest of each key
 * before they write.
 */
public final class FindSessions
    extends PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> {
  private static final long serialVersionUID = 1;

  /** The rows it makes. */
  public static final Dataset DATASET = ActivityDatasets.USER_SESSIONS;

  private final ActivityWindows windows;

  private FindSessions(ActivityWindows windows) {
    this.windows = windows;
  }

  public static FindSessions in(ActivityWindows windows) {
    return new FindSessions(windows);
  }

  @Override
  public PCollection<VersionedRecord> expand(PCollection<VersionedRecord> events) {
    KvCoder<Long, TupleSet> coder = KvCoder.of(VarLongCoder.of(), UniteEventsFn.CODER);
    PCollection<KV<Long, TupleSet>> byUser =
        events.apply(
            KeyEvents.of(windows, coder, event -> KV.of(event.getUserId(), event.purchased())));
    return events.isBounded() == IsBounded.BOUNDED ? cut(byUser) : follow(byUser);
  }

  private PCollection<VersionedRecord> cut(PCollection<KV<Long, TupleSet>> byUser) {
    Sessions sessions = Sessions.withGapDuration(ActivityWindows.joda(windows.sessionGap()));
    return byUser
        .apply("Cut where a user pauses", windows.growing(sessions, IsBounded.BOUNDED))
        .apply("Unite events", Combine.perKey(new UniteEventsFn()))
        .apply(MakeRows.of(DATASET, this::rows));
  }

  private PCollection<VersionedRecord> follow(PCollection<KV<Long, TupleSet>> byUser) {
    return byUser
        .apply("Follow each user", ParDo.of(new FollowSessionsFn(windows)))
        .setCoder(VersionedRecordCoder.of(DATASET));
  }

  private List<VersionedRecord> rows(KV<Long, TupleSet> session, Instant window) {
    return rows(windows.generation(), session.getKey(), session.getValue());
  }

  /** The session's row, and for each other event time in it, that there is none. */
  static List<VersionedRecord> rows(int generation, long user, TupleSet events) {
    EventTotals totals = EventTotals.of(events);
    List<VersionedRecord> rows = new ArrayList<>();
    rows.add(row(generation, user, totals));
    long before = totals.firstMicros();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i, 0) > before) {
        before = events.get(i, 0);
        rows.add(noStart(generation, user, before));
      }
    }
    return rows;
  }

  static VersionedRecord row(int generation, long user, EventTotals totals) {
    return ComputedRow.of(
        generation, totals.events(), UserSession.of(user, totals.ofUser()).values());
  }

  /** An event that another came shortly before: more events never undo that. */
  static VersionedRecord noStart(int generation, long user, long micros) {
    return ComputedRow.never(generation, UserSession.keyOnly(user, EventTotals.moment(micros)));
  }
}
