package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.FieldType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Values of a type as a dataset file writes them: plain numbers, and ISO-8601. */
final class Literal {
  private Literal() {}

  static boolean isOrdered(FieldType type) {
    return switch (type.kind()) {
      case INT64, DOUBLE, DECIMAL, DATE, TIMESTAMP -> true;
      case STRING, BOOLEAN, JSON -> false;
    };
  }

  /** The value, in the type's carrier; empty if the text is none of an ordered type. */
  static Optional<Serializable> parse(FieldType type, String text) {
    try {
      return switch (type.kind()) {
        case INT64 -> Optional.of(Long.valueOf(text));
        case DOUBLE -> Optional.of(Double.valueOf(text)).filter(Double::isFinite).map(d -> d);
        case DECIMAL -> decimal(type, text);
        case DATE -> Optional.of(LocalDate.parse(text));
        case TIMESTAMP -> Optional.of(timestamp(text));
        case STRING, BOOLEAN, JSON -> Optional.empty();
      };
    } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Serializable> decimal(FieldType type, String text) {
    BigDecimal value = new BigDecimal(text).setScale(type.scale(), RoundingMode.UNNECESSARY);
    return Optional.of(value).filter(v -> v.precision() <= type.precision()).map(v -> v);
  }

  /** Without an offset it is in UTC; the field's zone is for the data, not for its limits. */
  private static java.time.Instant timestamp(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
  }

  static String example(FieldType type) {
    return switch (type.kind()) {
      case INT64 -> "10";
      case DOUBLE -> "1.5";
      case DECIMAL ->
          BigDecimal.ONE.setScale(Math.min(type.scale(), type.precision() - 1)).toString();
      case DATE -> "2024-12-31";
      case TIMESTAMP -> "2024-12-31T23:00:00Z";
      case BOOLEAN -> "true";
      case STRING -> "web";
      case JSON -> "{\"a\": 1}";
    };
  }

  /** Of two values that {@link #parse} gave for one type. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static int compare(Serializable one, Serializable other) {
    return ((Comparable) one).compareTo(other);
  }
}
