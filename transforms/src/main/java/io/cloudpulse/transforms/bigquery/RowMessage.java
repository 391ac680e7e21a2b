package io.cloudpulse.transforms.bigquery;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Writes a row as the message that BigQuery's Storage Write API takes: a field for each column, by
 * its name, then what is to be done ({@code _CHANGE_TYPE}) and the version as the change's sequence
 * number. See https://cloud.google.com/bigquery/docs/supported-data-types and
 * https://cloud.google.com/bigquery/docs/change-data-capture
 *
 * <p>Numbers with a point travel as text, with all their digits.
 */
final class RowMessage implements RowEncoder {
  static final String CHANGE_TYPE = "_CHANGE_TYPE";
  static final String SEQUENCE_NUMBER = "_CHANGE_SEQUENCE_NUMBER";
  static final String UPSERT = "UPSERT";
  static final String DELETE = "DELETE";

  private static final String NAME = "Row";

  private final List<Column> columns;
  private final ByteString.Output bytes = ByteString.newOutput(1 << 10);
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  RowMessage(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  @Override
  public DescriptorProto descriptor() {
    DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(NAME);
    for (Column column : columns) {
      message.addField(field(column.name(), column.kind().carrier(), message.getFieldCount()));
    }
    for (String name : List.of(CHANGE_TYPE, SEQUENCE_NUMBER)) {
      message.addField(field(name, FieldDescriptorProto.Type.TYPE_STRING, message.getFieldCount()));
    }
    return message.build();
  }

  private static FieldDescriptorProto field(
      String name, FieldDescriptorProto.Type type, int before) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(before + 1)
        .setType(type)
        .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
        .build();
  }

  /** {@inheritDoc} A field that is null is left out. */
  @Override
  public ByteString encode(VersionedRecord row) {
    try {
      bytes.reset();
      for (int i = 0; i < columns.size(); i++) {
        writeColumn(i + 1, columns.get(i), row);
      }
      out.writeString(columns.size() + 1, row.deleted() ? DELETE : UPSERT);
      out.writeString(columns.size() + 2, sequenceNumber(row.version()));
      out.flush();
      return bytes.toByteString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** In hexadecimal, and all of one length: greater is also later in the alphabet. */
  static String sequenceNumber(long version) {
    return com.google.common.io.BaseEncoding.base16()
        .encode(com.google.common.primitives.Longs.toByteArray(version));
  }

  private void writeColumn(int number, Column column, VersionedRecord row) throws IOException {
    if (column.place() == Column.OF_THE_VERSION) {
      out.writeInt64(number, row.version());
      return;
    }
    Object value = row.values()[column.place()];
    if (value != null) {
      write(number, column.kind(), value);
    } else if (column.required() && row.deleted()) {
      writeNothing(number, column.kind());
    }
  }

  private void write(int number, Column.Kind kind, Object value) throws IOException {
    switch (kind) {
      case STRING, JSON -> out.writeString(number, (String) value);
      case INT64 -> out.writeInt64(number, (Long) value);
      case FLOAT64 -> out.writeDouble(number, (Double) value);
      case NUMERIC, BIGNUMERIC -> out.writeString(number, ((BigDecimal) value).toPlainString());
      case BOOL -> out.writeBool(number, (Boolean) value);
      case DATE -> out.writeInt32(number, Math.toIntExact(((LocalDate) value).toEpochDay()));
      case TIMESTAMP -> out.writeInt64(number, micros((Instant) value));
    }
  }

  /**
   * Nothing says that a change that deletes may go without a column that its table requires, so it
   * carries one that nobody will see.
   */
  private void writeNothing(int number, Column.Kind kind) throws IOException {
    switch (kind) {
      case STRING -> out.writeString(number, "");
      case NUMERIC, BIGNUMERIC -> out.writeString(number, "0");
      case JSON -> out.writeString(number, "null");
      case INT64, TIMESTAMP -> out.writeInt64(number, 0);
      case FLOAT64 -> out.writeDouble(number, 0);
      case BOOL -> out.writeBool(number, false);
      case DATE -> out.writeInt32(number, 0);
    }
  }

  /** Since 1970. */
  static long micros(Instant time) {
    return TimeUnit.SECONDS.toMicros(time.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(time.getNano());
  }
}
