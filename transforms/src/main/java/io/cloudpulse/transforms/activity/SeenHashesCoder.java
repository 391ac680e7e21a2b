package io.cloudpulse.transforms.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/** Writes the hashes in their order, each as the distance from the one before. */
final class SeenHashesCoder extends CustomCoder<SeenHashes> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(SeenHashes seen, OutputStream out) throws IOException {
    long[] sorted = seen.sorted();
    VarInt.encode(sorted.length, out);
    long before = 0;
    for (long hash : sorted) {
      VarInt.encode(hash - before, out);
      before = hash;
    }
  }

  @Override
  public SeenHashes decode(InputStream in) throws IOException {
    long[] sorted = new long[VarInt.decodeInt(in)];
    long before = 0;
    for (int i = 0; i < sorted.length; i++) {
      before += VarInt.decodeLong(in);
      sorted[i] = before;
    }
    return new SeenHashes(sorted);
  }

  @Override
  public void verifyDeterministic() {
    // A set has one order.
  }
}
