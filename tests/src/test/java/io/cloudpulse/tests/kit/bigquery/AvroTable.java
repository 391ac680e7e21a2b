package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes rows of the REST API in Avro, as https://cloud.google.com/bigquery/docs/reference/storage
 * says that the Storage Read API does: a column that may be null is a union with null. It knows the
 * types that are asked for.
 */
record AvroTable(Schema schema) {
  static AvroTable of(JsonNode fields) {
    SchemaBuilder.FieldAssembler<Schema> record = SchemaBuilder.record("__root__").fields();
    for (JsonNode field : fields) {
      record =
          record
              .name(field.path("name").asText())
              .type(
                  Schema.createUnion(
                      Schema.create(Schema.Type.NULL),
                      Schema.create(type(field.path("type").asText()))))
              .noDefault();
    }
    return new AvroTable(record.endRecord());
  }

  private static Schema.Type type(String type) {
    return switch (type) {
      case "STRING" -> Schema.Type.STRING;
      case "INTEGER", "INT64" -> Schema.Type.LONG;
      case "FLOAT", "FLOAT64" -> Schema.Type.DOUBLE;
      case "BOOLEAN", "BOOL" -> Schema.Type.BOOLEAN;
      default -> throw new AssertionError("nobody has asked for a " + type + " yet");
    };
  }

  /** Each row's own bytes. */
  List<ByteString> rows(JsonNode rows) {
    List<ByteString> all = new ArrayList<>();
    GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(schema);
    try {
      for (JsonNode row : rows) {
        ByteString.Output bytes = ByteString.newOutput();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        writer.write(row(row.path("f")), encoder);
        encoder.flush();
        all.add(bytes.toByteString());
      }
      return all;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private GenericRecord row(JsonNode cells) {
    GenericRecord row = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      JsonNode value = cells.path(field.pos()).path("v");
      if (!value.isNull()) {
        row.put(field.pos(), value(field.schema().getTypes().get(1).getType(), value.asText()));
      }
    }
    return row;
  }

  private static Object value(Schema.Type type, String text) {
    return switch (type) {
      case LONG -> Long.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      default -> text;
    };
  }
}
