package io.cloudpulse.transforms.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.IntStream;

/**
 * Writes a row as one line of JSON: the bytes that a dead letter keeps of it. A null is left out.
 */
final class RowText {
  private static final JsonFactory JSON = new JsonFactory();

  private final SerializedString[] names;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

  RowText(TableColumns columns) {
    this.names =
        IntStream.range(0, columns.size())
            .mapToObj(place -> new SerializedString(columns.name(place)))
            .toArray(SerializedString[]::new);
  }

  byte[] of(Object[] row) throws IOException {
    bytes.reset();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      for (int i = 0; i < names.length; i++) {
        if (row[i] != null) {
          json.writeFieldName(names[i]);
          write(row[i], json);
        }
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }
}
