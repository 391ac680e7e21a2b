package io.cloudpulse.serving.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** What a query may compare a field with. */
public final class FieldKinds {
  private static final int LONGEST = 1_000;
  private static final int MOST_DIGITS = 60;
  private static final Kind<String> TRUTH = Kinds.oneOf(List.of("true", "false"));

  private FieldKinds() {}

  /** Values as PostgreSQL is given them: as texts that it can cast to the field's type. */
  public static Kind<String> of(FieldType type) {
    return switch (type.kind()) {
      case STRING, JSON -> Kinds.text(LONGEST);
      case INT64 ->
          Kinds.of(
              text -> String.valueOf(Long.parseLong(text)),
              "a whole number of at most 64 bits",
              Kinds.schema("integer").put("format", "int64"));
      case DOUBLE, DECIMAL ->
          Kinds.of(FieldKinds::decimal, "a number such as 12.5", Kinds.schema("number"));
      case BOOLEAN -> Kinds.of(TRUTH::parse, "true or false", Kinds.schema("boolean"));
      case DATE ->
          Kinds.of(text -> LocalDate.parse(text).toString(), "a date: YYYY-MM-DD", format("date"));
      case TIMESTAMP ->
          Kinds.of(
              text -> OffsetDateTime.parse(text).toString(),
              "a time with its offset, such as 2026-11-20T12:00:00Z",
              format("date-time"));
    };
  }

  /** An exponent may make a short text a number of a million digits. */
  private static String decimal(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(text);
    }
    return number.toPlainString();
  }

  private static ObjectNode format(String format) {
    return Kinds.schema("string").put("format", format);
  }

  /** One that is allowed. */
  public static String example(FieldType type) {
    return switch (type.kind()) {
      case STRING, JSON -> "France";
      case INT64 -> "10";
      case DOUBLE, DECIMAL -> "12.5";
      case BOOLEAN -> "true";
      case DATE -> "2026-11-20";
      case TIMESTAMP -> "2026-11-20T12:00:00Z";
    };
  }
}
