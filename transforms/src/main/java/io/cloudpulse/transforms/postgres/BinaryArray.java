package io.cloudpulse.transforms.postgres;

import java.util.Arrays;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * One column of a batch, as an array in PostgreSQL's binary form that is sent as one parameter. Its
 * buffer grows to the largest batch and is used again, so that a value costs no object.
 */
abstract class BinaryArray extends PGobject implements PGBinaryObject {
  /** Dimensions, null flag, element type, length, lower bound: four bytes each. */
  private static final int HEADER = 20;

  private final int elementOid;
  private byte[] bytes = new byte[16 * 1024];
  private int end = HEADER;
  private int count;
  private boolean hasNulls;

  BinaryArray(String arrayType, int elementOid) {
    setType(arrayType);
    this.elementOid = elementOid;
  }

  final void clear() {
    end = HEADER;
    count = 0;
    hasNulls = false;
  }

  final void add(Object value) {
    count++;
    if (value == null) {
      hasNulls = true;
      room(4);
      putInt(-1);
    } else {
      append(value);
    }
  }

  /** Puts one value that is not null: its length in four bytes, then the value. */
  abstract void append(Object value);

  /** Makes sure that so many bytes can be put. */
  final void room(int more) {
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
    }
  }

  /** Skips the place of a length that is known later. */
  final int openLength() {
    end += 4;
    return end;
  }

  /** Puts the length of what came since {@link #openLength}. */
  final void closeLength(int start) {
    int length = end - start;
    setInt(bytes, start - 4, length);
  }

  final void putByte(int value) {
    bytes[end++] = (byte) value;
  }

  final void putShort(int value) {
    bytes[end++] = (byte) (value >>> 8);
    bytes[end++] = (byte) value;
  }

  final void putInt(int value) {
    setInt(bytes, end, value);
    end += 4;
  }

  final void putLong(long value) {
    setInt(bytes, end, (int) (value >>> 32));
    setInt(bytes, end + 4, (int) value);
    end += 8;
  }

  /** Puts text in UTF-8; room for three bytes a char must be there. */
  final void putText(String text) {
    end = Utf8.encode(text, bytes, end);
  }

  @Override
  public final int lengthInBytes() {
    return end;
  }

  @Override
  public final void toBytes(byte[] target, int offset) {
    setInt(bytes, 0, 1);
    setInt(bytes, 4, hasNulls ? 1 : 0);
    setInt(bytes, 8, elementOid);
    setInt(bytes, 12, count);
    setInt(bytes, 16, 1);
    System.arraycopy(bytes, 0, target, offset, end);
  }

  @Override
  public final void setByteValue(byte[] value, int offset) {
    throw new UnsupportedOperationException("arrays are only sent");
  }

  private static void setInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }
}
