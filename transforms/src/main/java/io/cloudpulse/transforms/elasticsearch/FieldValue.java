package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.cloudpulse.schemas.FieldType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads one value of a document as the carrier of its field's type. */
final class FieldValue {
  private FieldValue() {}

  /** Gives a value's JSON as it stands. */
  interface Raw {
    String text() throws IOException;
  }

  /** A value of another type, which only another writer can have left, comes as its JSON. */
  static Object read(FieldType.Kind kind, JsonParser json, Raw raw) throws IOException {
    JsonToken token = json.currentToken();
    boolean isNumber = token.isNumeric();
    boolean isText = token == JsonToken.VALUE_STRING;
    return switch (kind) {
      case STRING -> isText ? json.getText() : raw.text();
      case INT64 -> isNumber ? json.getLongValue() : raw.text();
      case DOUBLE -> isNumber ? json.getDoubleValue() : raw.text();
      case DECIMAL -> isNumber ? json.getDecimalValue() : raw.text();
      case BOOLEAN -> token.isBoolean() ? json.getBooleanValue() : raw.text();
      case DATE, TIMESTAMP -> isText ? time(kind, json.getText()) : raw.text();
      case JSON -> raw.text();
    };
  }

  private static Object time(FieldType.Kind kind, String text) {
    try {
      return kind == FieldType.Kind.DATE ? LocalDate.parse(text) : Instant.parse(text);
    } catch (DateTimeException other) {
      return text;
    }
  }
}
