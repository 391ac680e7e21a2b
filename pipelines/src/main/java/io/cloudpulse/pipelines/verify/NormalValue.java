package io.cloudpulse.pipelines.verify;

import io.cloudpulse.schemas.FieldType.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Gives values a form in which they are equal exactly if the field's type calls them equal. */
final class NormalValue {
  private NormalValue() {}

  static Object of(Kind kind, Object value) {
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case DECIMAL -> value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
      case TIMESTAMP -> ((Instant) value).truncatedTo(ChronoUnit.MICROS);
      case JSON -> NormalJson.of((String) value);
      default -> value;
    };
  }

  /** For a person, and for a statement that looks a key up. */
  static String text(Object normal) {
    if (normal == null) {
      return null;
    }
    return normal instanceof BigDecimal number ? number.toPlainString() : normal.toString();
  }
}
