package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.VarInt;

/**
 * Carries records of one dataset between workers: which values are null as bits, then the others,
 * each as its type needs. Equal records are equal bytes.
 */
public final class VersionedRecordCoder extends CustomCoder<VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final ValueCoder[] values;

  private VersionedRecordCoder(ValueCoder[] values) {
    this.values = values;
  }

  public static VersionedRecordCoder of(Dataset dataset) {
    List<ValueCoder> values = new ArrayList<>();
    for (Field field : dataset.fields()) {
      values.add(ValueCoder.of(field.type()));
    }
    if (dataset.key().kind() != Key.Kind.FIELDS) {
      values.add(ValueCoder.TEXT);
    }
    if (dataset.key().kind() == Key.Kind.POSITION) {
      values.add(ValueCoder.NUMBER);
    }
    return new VersionedRecordCoder(values.toArray(new ValueCoder[0]));
  }

  @Override
  public void encode(VersionedRecord row, OutputStream out) throws IOException {
    StringUtf8Coder.of().encode(row.range(), out);
    VarInt.encode(row.ordinal(), out);
    VarInt.encode(row.offset(), out);
    VarInt.encode(row.version(), out);
    out.write(row.deleted() ? 1 : 0);
    encodeNulls(row.values(), out);
    for (int i = 0; i < values.length; i++) {
      if (row.values()[i] != null) {
        values[i].encode(row.values()[i], out);
      }
    }
    ByteArrayCoder.of().encode(row.original(), out);
  }

  @Override
  public VersionedRecord decode(InputStream in) throws IOException {
    String range = StringUtf8Coder.of().decode(in);
    long ordinal = VarInt.decodeLong(in);
    long offset = VarInt.decodeLong(in);
    long version = VarInt.decodeLong(in);
    boolean deleted = ValueCoder.read(in, 1)[0] == 1;
    Object[] row = decodeValues(in);
    return new VersionedRecord(
        range, ordinal, offset, version, row, ByteArrayCoder.of().decode(in), deleted);
  }

  private void encodeNulls(Object[] row, OutputStream out) throws IOException {
    for (int from = 0; from < values.length; from += Byte.SIZE) {
      int nulls = 0;
      for (int i = from; i < Math.min(values.length, from + Byte.SIZE); i++) {
        nulls |= row[i] == null ? 1 << (i - from) : 0;
      }
      out.write(nulls);
    }
  }

  private Object[] decodeValues(InputStream in) throws IOException {
    byte[] nulls = ValueCoder.read(in, (values.length + Byte.SIZE - 1) / Byte.SIZE);
    Object[] row = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      boolean isNull = ((nulls[i / Byte.SIZE] >> (i % Byte.SIZE)) & 1) == 1;
      row[i] = isNull ? null : values[i].decode(in);
    }
    return row;
  }

  /** Two of one dataset are one: Flink brings streams together only if their coders are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof VersionedRecordCoder coder && Arrays.equals(values, coder.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public void verifyDeterministic() {
    // Every value is written in one way only.
  }
}
