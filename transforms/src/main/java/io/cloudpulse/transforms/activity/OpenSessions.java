package io.cloudpulse.transforms.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One user's sessions that are open, or closed but may still be corrected.
 *
 * @param sessions a gap or more apart, in no order
 * @param dueMillis when somebody is to look at them again, as was asked for; {@link #NEVER} if
 *     nobody is
 */
record OpenSessions(List<Session> sessions, long dueMillis) {
  static final long NEVER = Long.MAX_VALUE;
  static final OpenSessions NONE = new OpenSessions(List.of(), NEVER);

  /**
   * What a session came to so far.
   *
   * @param told whether its row says so
   */
  record Session(EventTotals totals, boolean told) {
    TimeSpan span() {
      return new TimeSpan(totals.firstMicros(), totals.lastMicros());
    }

    long endMillis(long gapMillis) {
      return span().endMillis(gapMillis);
    }
  }

  /**
   * With one more event.
   *
   * @param starts takes the first microsecond of each session that it joined, and its own
   */
  OpenSessions with(EventTotals event, long gapMillis, TreeSet<Long> starts) {
    Session joined = new Session(event, false);
    List<Session> apart = new ArrayList<>();
    boolean unused = starts.add(event.firstMicros());
    for (Session session : sessions) {
      if (session.span().meets(new Session(event, false).span(), gapMillis)) {
        unused = starts.add(session.totals().firstMicros());
        joined = new Session(joined.totals().plus(session.totals()), false);
      } else {
        apart.add(session);
      }
    }
    apart.add(joined);
    return new OpenSessions(apart, dueMillis);
  }

  /**
   * As they are when event time has come to a moment.
   *
   * @param closed takes what the sessions came to that are over, and whose rows do not say so
   */
  OpenSessions at(long millis, long gapMillis, long latenessMillis, List<EventTotals> closed) {
    List<Session> left = new ArrayList<>();
    for (Session session : sessions) {
      boolean over = session.endMillis(gapMillis) <= millis;
      if (over && !session.told()) {
        closed.add(session.totals());
      }
      if (!over || session.endMillis(gapMillis) + latenessMillis > millis) {
        left.add(over ? new Session(session.totals(), true) : session);
      }
    }
    return new OpenSessions(left, NEVER);
  }

  /** When the first of them is to be told or forgotten. */
  long nextDue(long gapMillis, long latenessMillis) {
    return sessions.stream()
        .mapToLong(s -> s.endMillis(gapMillis) + (s.told() ? latenessMillis : 0))
        .min()
        .orElse(NEVER);
  }

  OpenSessions dueAt(long millis) {
    return new OpenSessions(sessions, millis);
  }
}
