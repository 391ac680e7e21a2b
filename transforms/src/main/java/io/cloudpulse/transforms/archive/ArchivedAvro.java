package io.cloudpulse.transforms.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.transforms.Reading;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * An archived record as Avro has it. Neighbours were read alike, so the text of a header is made,
 * and taken apart, once for all of them.
 */
final class ArchivedAvro {
  static final Schema SCHEMA = schema();
  private static final ObjectMapper JSON = new ObjectMapper();

  private List<String> header;
  private Utf8 headerText = new Utf8();
  private String source;
  private Utf8 sourceText = new Utf8();

  private static Schema schema() {
    return SchemaBuilder.record("ArchivedRecord")
        .namespace("io.cloudpulse.archive")
        .doc("A record as it came, and how it was read")
        .fields()
        .requiredString("source")
        .requiredLong("offset")
        .requiredLong("line")
        .name("published")
        .type(LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)))
        .noDefault()
        .optionalBytes("key")
        .optionalBytes("value")
        .requiredInt("layout")
        .requiredString("header")
        .requiredLong("version")
        .requiredLong("number")
        .endRecord();
  }

  GenericRecord of(ArchivedRecord record) {
    Reading reading = record.reading();
    GenericRecord avro = new GenericData.Record(SCHEMA);
    avro.put(0, sourceText(record.source()));
    avro.put(1, record.offset());
    avro.put(2, record.line());
    avro.put(3, record.published());
    avro.put(4, buffer(record.key()));
    avro.put(5, buffer(record.value()));
    avro.put(6, reading.layout());
    avro.put(7, headerText(reading.header()));
    avro.put(8, reading.version());
    avro.put(9, reading.number());
    return avro;
  }

  ArchivedRecord read(GenericRecord avro) {
    Reading reading =
        new Reading(
            (int) avro.get("layout"),
            header((Utf8) avro.get("header")),
            (long) avro.get("version"),
            (long) avro.get("number"));
    return new ArchivedRecord(
        source((Utf8) avro.get("source")),
        (long) avro.get("offset"),
        (long) avro.get("line"),
        (long) avro.get("published"),
        bytes((ByteBuffer) avro.get("key")),
        bytes((ByteBuffer) avro.get("value")),
        reading);
  }

  private Utf8 sourceText(String of) {
    if (!of.equals(source)) {
      source = of;
      sourceText = new Utf8(of);
    }
    return sourceText;
  }

  private String source(Utf8 text) {
    if (source == null || !text.equals(sourceText)) {
      sourceText = new Utf8(text);
      source = text.toString();
    }
    return source;
  }

  private Utf8 headerText(List<String> of) {
    if (!of.equals(header)) {
      header = of;
      headerText = new Utf8(of.isEmpty() ? "" : json(of));
    }
    return headerText;
  }

  private List<String> header(Utf8 text) {
    if (header == null || !text.equals(headerText)) {
      headerText = new Utf8(text);
      header = text.getByteLength() == 0 ? List.of() : names(text.toString());
    }
    return header;
  }

  private static String json(List<String> names) {
    try {
      return JSON.writeValueAsString(names);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("names are always JSON", impossible);
    }
  }

  private static List<String> names(String json) {
    try {
      return List.of(JSON.readValue(json, String[].class));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("not the header of an archived record: " + json, wrong);
    }
  }

  private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
