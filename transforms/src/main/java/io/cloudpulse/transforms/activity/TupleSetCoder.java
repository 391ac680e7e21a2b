package io.cloudpulse.transforms.activity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * Writes the tuples in their order: the first column as the distance from the tuple before, the
 * others as they are, each in as few bytes as it needs. Columns after the first are short if they
 * are not negative. An event takes about 13 bytes.
 */
final class TupleSetCoder extends CustomCoder<TupleSet> {
  private static final long serialVersionUID = 1;

  private final int width;

  private TupleSetCoder(int width) {
    this.width = width;
  }

  static TupleSetCoder of(int width) {
    return new TupleSetCoder(width);
  }

  @Override
  public void encode(TupleSet set, OutputStream out) throws IOException {
    int size = set.size();
    VarInt.encode(size, out);
    long before = 0;
    for (int i = 0; i < size; i++) {
      VarInt.encode(set.get(i, 0) - before, out);
      before = set.get(i, 0);
      for (int column = 1; column < width; column++) {
        VarInt.encode(set.get(i, column), out);
      }
    }
  }

  @Override
  public TupleSet decode(InputStream in) throws IOException {
    int size = VarInt.decodeInt(in);
    long[] cells = new long[size * width];
    long before = 0;
    for (int i = 0; i < size; i++) {
      before += VarInt.decodeLong(in);
      cells[i * width] = before;
      for (int column = 1; column < width; column++) {
        cells[i * width + column] = VarInt.decodeLong(in);
      }
    }
    return new TupleSet(width, cells, size);
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public void verifyDeterministic() {
    // A set has one order.
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TupleSetCoder coder && coder.width == width;
  }

  @Override
  public int hashCode() {
    return width;
  }
}
