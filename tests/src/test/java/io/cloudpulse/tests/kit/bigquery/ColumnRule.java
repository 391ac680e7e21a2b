package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a column takes, by Google's documentation of types and of their limits
 * (https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types and
 * https://cloud.google.com/bigquery/docs/supported-data-types): the greatest length of a text, the
 * digits of a number, the years of dates and times, and that JSON is some.
 */
record ColumnRule(String name, String type, boolean required, JsonNode limits) {
  private static final int NUMERIC_SCALE = 9;
  private static final int NUMERIC_DIGITS = 29;
  private static final int BIGNUMERIC_DIGITS = 38;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  static ColumnRule of(JsonNode field) {
    return new ColumnRule(
        field.path("name").asText(),
        field.path("type").asText(),
        field.path("mode").asText().equals("REQUIRED"),
        field);
  }

  /**
   * A row, as the REST API takes it; what is null is left out.
   *
   * @throws BadRow if a column does not take its value
   */
  static ObjectNode row(DynamicMessage message, List<ColumnRule> columns) {
    ObjectNode row = Rest.JSON.createObjectNode();
    for (ColumnRule column : columns) {
      Object value = column.value(message);
      if (value != null) {
        row.putPOJO(column.name(), value);
      }
    }
    return row;
  }

  /**
   * The column's value in a row, as the REST API takes it; null for none.
   *
   * @throws BadRow if the column does not take it
   */
  Object value(DynamicMessage row) {
    FieldDescriptor field = row.getDescriptorForType().findFieldByName(name);
    if (field == null || !row.hasField(field)) {
      if (required) {
        throw new BadRow("Field %s: the value is required, and missing".formatted(name));
      }
      return null;
    }
    Object value = row.getField(field);
    return switch (type) {
      case "STRING" -> text((String) value);
      case "NUMERIC", "BIGNUMERIC" -> number((String) value);
      case "DATE" -> date((Integer) value);
      case "TIMESTAMP" -> time((Long) value);
      case "JSON" -> json((String) value);
      case "FLOAT64", "FLOAT" -> decimal((Double) value);
      default -> value.toString();
    };
  }

  private String text(String value) {
    int most = limits.path("maxLength").asInt(Integer.MAX_VALUE);
    int length = value.codePointCount(0, value.length());
    if (length > most) {
      throw new BadRow(
          "Field %s: STRING(%d) has maximum length %d but got a value with length %d"
              .formatted(name, most, most, length));
    }
    return value;
  }

  private String number(String value) {
    BigDecimal number = new BigDecimal(value).stripTrailingZeros();
    boolean small = type.equals("NUMERIC");
    int scale = limits.path("scale").asInt(small ? NUMERIC_SCALE : BIGNUMERIC_DIGITS);
    int digits =
        limits.has("precision")
            ? limits.path("precision").asInt() - limits.path("scale").asInt()
            : small ? NUMERIC_DIGITS : BIGNUMERIC_DIGITS;
    if (number.scale() > scale || number.precision() - number.scale() > digits) {
      throw new BadRow("Field %s: %s is out of %s's range".formatted(name, value, type));
    }
    return number.toPlainString();
  }

  private String date(int days) {
    LocalDate date = LocalDate.ofEpochDay(days);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new BadRow("Field %s: %d days are out of DATE's range".formatted(name, days));
    }
    return date.toString();
  }

  private String time(long micros) {
    Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new BadRow(
          "Field %s: %d microseconds are out of TIMESTAMP's range".formatted(name, micros));
    }
    return time.toString();
  }

  private String json(String value) {
    try {
      JsonNode unused = Rest.JSON.readTree(value);
      return value;
    } catch (IOException wrong) {
      throw new BadRow("Field %s: it is not JSON".formatted(name));
    }
  }

  private static Object decimal(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }

  /** A row that does not fit its columns. */
  static final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadRow(String message) {
      super(message);
    }
  }
}
