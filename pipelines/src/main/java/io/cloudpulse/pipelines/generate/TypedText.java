package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Reads the few texts that a dataset itself gives: allowed ones and constants. */
final class TypedText {
  private TypedText() {}

  static Object read(Field field, String text) {
    try {
      return switch (field.type().kind()) {
        case STRING, JSON -> text;
        case INT64 -> Long.valueOf(text);
        case DOUBLE -> Double.valueOf(text);
        case DECIMAL -> new BigDecimal(text).setScale(field.type().scale());
        case BOOLEAN -> Boolean.valueOf(text);
        case DATE -> LocalDate.parse(text);
        case TIMESTAMP -> Instant.parse(text);
      };
    } catch (RuntimeException unreadable) {
      throw new Impossible(field.name() + " has the text " + text + ", not a " + field.type());
    }
  }

  /** False if a string's own bounds exclude it. */
  static boolean isWithin(Field field, String text) {
    boolean above =
        field
            .min()
            .map(min -> !(min instanceof String low) || low.compareTo(text) <= 0)
            .orElse(true);
    return above
        && field
            .max()
            .map(max -> !(max instanceof String high) || high.compareTo(text) >= 0)
            .orElse(true);
  }
}
