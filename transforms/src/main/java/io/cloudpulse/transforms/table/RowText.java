package io.cloudpulse.transforms.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Key;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a row as one line of JSON: the bytes that a dead letter keeps of it. A null is left out.
 */
final class RowText {
  private static final JsonFactory JSON = new JsonFactory();

  private final SerializedString[] names;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

  /** Of rows that are the dataset's fields in order, then the key's own columns. */
  RowText(Dataset dataset) {
    List<String> all = new ArrayList<>(dataset.fields().stream().map(Field::name).toList());
    if (dataset.key().kind() != Key.Kind.FIELDS) {
      all.addAll(dataset.key().columns());
    }
    this.names = all.stream().map(SerializedString::new).toArray(SerializedString[]::new);
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
