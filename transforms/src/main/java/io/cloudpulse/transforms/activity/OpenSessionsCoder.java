package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.activity.OpenSessions.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/** Writes a user's sessions one after the other. */
final class OpenSessionsCoder extends CustomCoder<OpenSessions> {
  private static final long serialVersionUID = 1;
  private static final EventTotals.Coder TOTALS = new EventTotals.Coder();

  @Override
  public void encode(OpenSessions open, OutputStream out) throws IOException {
    VarInt.encode(open.dueMillis(), out);
    VarInt.encode(open.sessions().size(), out);
    for (Session session : open.sessions()) {
      out.write(session.told() ? 1 : 0);
      TOTALS.encode(session.totals(), out);
    }
  }

  @Override
  public OpenSessions decode(InputStream in) throws IOException {
    long due = VarInt.decodeLong(in);
    int size = VarInt.decodeInt(in);
    List<Session> sessions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      boolean told = in.read() == 1;
      sessions.add(new Session(TOTALS.decode(in), told));
    }
    return new OpenSessions(sessions, due);
  }
}
