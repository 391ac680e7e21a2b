package io.cloudpulse.pipelines.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/** Carries what is expected through the shuffle. */
final class ExpectedRowCoder extends CustomCoder<ExpectedRow> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(ExpectedRow row, OutputStream out) throws IOException {
    VarInt.encode(row.version(), out);
    ByteArrayCoder.of().encode(row.digest(), out);
    VarInt.encode(row.range(), out);
    VarInt.encode(row.offset(), out);
    BooleanCoder.of().encode(row.refused(), out);
  }

  @Override
  public ExpectedRow decode(InputStream in) throws IOException {
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
