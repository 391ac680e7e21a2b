package io.cloudpulse.transforms.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * What is known of one user's sessions that an event may still belong to.
 *
 * @param sessions a gap or more apart; the one that was added to last is the last
 * @param dueMillis when somebody is to look at them again, as was asked for
 */
record OpenFacts(List<SessionFacts> sessions, long dueMillis) {
  static final OpenFacts NONE = new OpenFacts(List.of(), OpenSessions.NEVER);

  /** With one more event, which may join sessions. */
  OpenFacts with(SessionFacts event, long gapMillis) {
    SessionFacts joined = event;
    List<SessionFacts> all = new ArrayList<>();
    for (SessionFacts session : sessions) {
      if (session.span().meets(event.span(), gapMillis)) {
        joined = joined.plus(session);
      } else {
        all.add(session);
      }
    }
    all.add(joined);
    return new OpenFacts(all, dueMillis);
  }

  /** The session that the last event belongs to. */
  SessionFacts changed() {
    return sessions.get(sessions.size() - 1);
  }

  /** Those that may still grow when event time has come to a moment. */
  OpenFacts at(long millis, long gapMillis, long latenessMillis) {
    return new OpenFacts(
        sessions.stream()
            .filter(session -> session.span().endMillis(gapMillis) + latenessMillis > millis)
            .toList(),
        OpenSessions.NEVER);
  }

  /** When the first of them is to be forgotten. */
  long nextDue(long gapMillis, long latenessMillis) {
    return sessions.stream()
        .mapToLong(session -> session.span().endMillis(gapMillis) + latenessMillis)
        .min()
        .orElse(OpenSessions.NEVER);
  }

  OpenFacts dueAt(long millis) {
    return new OpenFacts(sessions, millis);
  }

  /** One session after the other. */
  static final class Coder extends CustomCoder<OpenFacts> {
    private static final long serialVersionUID = 1;
    private static final SessionFactsCoder FACTS = new SessionFactsCoder();

    @Override
    public void encode(OpenFacts open, OutputStream out) throws IOException {
      VarInt.encode(open.dueMillis, out);
      VarInt.encode(open.sessions.size(), out);
      for (SessionFacts session : open.sessions) {
        FACTS.encode(session, out);
      }
    }

    @Override
    public OpenFacts decode(InputStream in) throws IOException {
      long due = VarInt.decodeLong(in);
      int size = VarInt.decodeInt(in);
      List<SessionFacts> sessions = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        sessions.add(FACTS.decode(in));
      }
      return new OpenFacts(sessions, due);
    }
  }
}
