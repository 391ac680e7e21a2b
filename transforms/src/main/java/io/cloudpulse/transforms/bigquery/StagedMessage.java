package io.cloudpulse.transforms.bigquery;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a row as a message for a {@link Staging} table. A value that is null is left out. */
final class StagedMessage implements RowEncoder {
  private static final String NAME = "Row";

  private final List<Column> columns;
  private final ByteString.Output bytes = ByteString.newOutput(1 << 10);
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  StagedMessage(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  @Override
  public DescriptorProto descriptor() {
    DescriptorProto.Builder message = DescriptorProto.newBuilder().setName(NAME);
    for (Column column : columns) {
      add(message, column.name(), Staging.carrier(column.kind()));
    }
    add(message, Staging.DELETED, Column.Kind.BOOL);
    return message.build();
  }

  private static void add(DescriptorProto.Builder message, String name, Column.Kind kind) {
    message.addField(
        FieldDescriptorProto.newBuilder()
            .setName(name)
            .setNumber(message.getFieldCount() + 1)
            .setType(kind.carrier())
            .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL));
  }

  @Override
  public ByteString encode(VersionedRecord row) {
    try {
      bytes.reset();
      for (int i = 0; i < columns.size(); i++) {
        write(i + 1, StagedValue.of(columns.get(i), row));
      }
      out.writeBool(columns.size() + 1, row.deleted());
      out.flush();
      return bytes.toByteString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void write(int number, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeString(number, text);
    } else if (value instanceof Long whole) {
      out.writeInt64(number, whole);
    } else if (value instanceof Double fraction) {
      out.writeDouble(number, fraction);
    } else if (value instanceof Boolean truth) {
      out.writeBool(number, truth);
    }
  }
}
