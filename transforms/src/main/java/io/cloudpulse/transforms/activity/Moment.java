package io.cloudpulse.transforms.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;

/**
 * A session as it was right after one of its events, or several of one microsecond.
 *
 * @param facts of all events up to that moment, and of none after it
 * @param buysLater whether a later event of the session is known to be a purchase
 */
public record Moment(SessionFacts facts, boolean buysLater) {

  /** The facts, and a byte. */
  static final class Coder extends CustomCoder<Moment> {
    private static final long serialVersionUID = 1;
    private static final SessionFactsCoder FACTS = new SessionFactsCoder();

    @Override
    public void encode(Moment moment, OutputStream out) throws IOException {
      FACTS.encode(moment.facts, out);
      out.write(moment.buysLater ? 1 : 0);
    }

    @Override
    public Moment decode(InputStream in) throws IOException {
      return new Moment(FACTS.decode(in), in.read() == 1);
    }

    @Override
    public void verifyDeterministic() {
      // Facts are written in one way only.
    }
  }
}
