package io.cloudpulse.transforms.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * How many users were active.
 *
 * @param counted grows with the set: the users themselves, and beyond what is counted exactly one
 *     more than that and the sum of the sketch's ranks. Each change of the count has a higher one
 */
record ActiveCount(long users, boolean exact, long counted) {

  /** In as few bytes as it needs. */
  static final class Coder extends CustomCoder<ActiveCount> {
    private static final long serialVersionUID = 1;

    @Override
    public void encode(ActiveCount count, OutputStream out) throws IOException {
      VarInt.encode(count.users, out);
      out.write(count.exact ? 1 : 0);
      VarInt.encode(count.counted, out);
    }

    @Override
    public ActiveCount decode(InputStream in) throws IOException {
      return new ActiveCount(VarInt.decodeLong(in), in.read() == 1, VarInt.decodeLong(in));
    }

    @Override
    public void verifyDeterministic() {
      // Each number is written in one way only.
    }
  }
}
