package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.http.HttpEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;

/**
 * The operations of one bulk request, as lines of JSON in a buffer that is used again. It knows
 * where each begins, so that some of them can be sent again without being made again.
 */
final class Bulk {
  private static final ContentType LINES = ContentType.create("application/x-ndjson");
  private static final SerializedString INDEX = new SerializedString("index");
  private static final SerializedString DELETE = new SerializedString("delete");
  private static final SerializedString ID = new SerializedString("_id");
  private static final SerializedString VERSION = new SerializedString("version");
  private static final SerializedString VERSION_TYPE = new SerializedString("version_type");

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .rootValueSeparator((SerializedString) null)
          .build();

  private final Lines lines = new Lines();
  private int[] starts = new int[64];
  private int size;
  private JsonGenerator json;

  /** What follows an operation's first line. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** Forgets all operations. */
  void clear() throws IOException {
    lines.reset();
    size = 0;
    // One that failed in the middle of a value would go on from there.
    json = JSON.createGenerator(lines);
  }

  void index(String id, long version, Body body) throws IOException {
    begin(INDEX, id, version);
    body.write(json);
    end();
  }

  void delete(String id, long version) throws IOException {
    begin(DELETE, id, version);
    json.flush();
  }

  private void begin(SerializedString operation, String id, long version) throws IOException {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
    }
    starts[size++] = lines.size();
    json.writeStartObject();
    json.writeFieldName(operation);
    json.writeStartObject();
    json.writeFieldName(ID);
    json.writeString(id);
    json.writeFieldName(VERSION);
    json.writeNumber(version);
    json.writeFieldName(VERSION_TYPE);
    json.writeString("external");
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void end() throws IOException {
    json.writeRaw('\n');
    json.flush();
  }

  int size() {
    return size;
  }

  /**
   * The body of a request with some of the operations. Valid until the next {@link #clear}.
   *
   * @param places of the operations, ascending
   */
  HttpEntity entity(int[] places) {
    if (places.length == size) {
      return new NByteArrayEntity(lines.buffer(), 0, lines.size(), LINES);
    }
    ByteArrayOutputStream some = new ByteArrayOutputStream();
    for (int place : places) {
      int stop = place + 1 < size ? starts[place + 1] : lines.size();
      some.write(lines.buffer(), starts[place], stop - starts[place]);
    }
    return new NByteArrayEntity(some.toByteArray(), LINES);
  }

  /** Lends its buffer instead of copying it. */
  private static final class Lines extends ByteArrayOutputStream {
    byte[] buffer() {
      return buf;
    }
  }
}
