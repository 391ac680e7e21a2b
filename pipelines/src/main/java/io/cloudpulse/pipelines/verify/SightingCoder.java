package io.cloudpulse.pipelines.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/** Carries both sides through one shuffle. */
final class SightingCoder extends CustomCoder<Sighting> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(Sighting sighting, OutputStream out) throws IOException {
    BooleanCoder.of().encode(sighting instanceof Sighting.Expected, out);
    if (sighting instanceof Sighting.Expected expected) {
      encode(expected.row(), out);
    } else if (sighting instanceof Sighting.Found found) {
      ByteArrayCoder.of().encode(found.digest(), out);
      VarInt.encode(found.version(), out);
    }
  }

  private static void encode(ExpectedRow row, OutputStream out) throws IOException {
    VarInt.encode(row.version(), out);
    ByteArrayCoder.of().encode(row.digest(), out);
    VarInt.encode(row.range(), out);
    VarInt.encode(row.offset(), out);
    BooleanCoder.of().encode(row.refused(), out);
  }

  @Override
  public Sighting decode(InputStream in) throws IOException {
    boolean expected = BooleanCoder.of().decode(in);
    return expected
        ? new Sighting.Expected(row(in))
        : new Sighting.Found(ByteArrayCoder.of().decode(in), VarInt.decodeLong(in));
  }

  private static ExpectedRow row(InputStream in) throws IOException {
    return new ExpectedRow(
        VarInt.decodeLong(in),
        ByteArrayCoder.of().decode(in),
        VarInt.decodeInt(in),
        VarInt.decodeLong(in),
        BooleanCoder.of().decode(in));
  }

  @Override
  public void verifyDeterministic() {
    // Every value is written in one way only.
  }
}
