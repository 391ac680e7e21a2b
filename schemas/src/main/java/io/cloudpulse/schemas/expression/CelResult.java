package io.cloudpulse.schemas.expression;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import io.cloudpulse.schemas.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** What an expression gives, as the carriers of our types. */
final class CelResult {
  /** Known only when a record is there: {@code condition ? null : value} is of this kind. */
  private static final Set<CelKind> OPEN = EnumSet.of(CelKind.DYN, CelKind.NULL_TYPE);

  private CelResult() {}

  /** True unless an expression of that CEL type can never give the result. */
  static boolean mayBe(FieldType result, CelType given) {
    CelKind kind = (given instanceof NullableType nullable ? nullable.targetType() : given).kind();
    return OPEN.contains(kind) || kinds(result).contains(kind);
  }

  private static Set<CelKind> kinds(FieldType result) {
    return switch (result.kind()) {
      case STRING, JSON -> EnumSet.of(CelKind.STRING);
      case INT64 -> EnumSet.of(CelKind.INT);
      case DOUBLE, DECIMAL -> EnumSet.of(CelKind.DOUBLE, CelKind.INT);
      case BOOLEAN -> EnumSet.of(CelKind.BOOL);
      case DATE, TIMESTAMP -> EnumSet.of(CelKind.TIMESTAMP);
    };
  }

  /** The value in the result's carrier. Throws IllegalArgumentException if it cannot be one. */
  static Object of(FieldType result, Object value) {
    Object carried =
        switch (result.kind()) {
          case STRING, JSON -> value instanceof String ? value : null;
          case INT64 -> value instanceof Long ? value : null;
          case BOOLEAN -> value instanceof Boolean ? value : null;
          case DOUBLE -> isNumber(value) ? (Object) ((Number) value).doubleValue() : null;
          case DECIMAL -> isNumber(value) ? decimal(result, value) : null;
          case DATE -> value instanceof Instant i ? i.atZone(ZoneOffset.UTC).toLocalDate() : null;
          case TIMESTAMP -> value instanceof Instant i ? i.truncatedTo(ChronoUnit.MICROS) : null;
        };
    if (carried == null) {
      throw new IllegalArgumentException("it gave " + value + ", which is no " + result);
    }
    return carried;
  }

  private static boolean isNumber(Object value) {
    return value instanceof Long || (value instanceof Double d && Double.isFinite(d));
  }

  /** By way of the shortest text of a double, so that 0.1 is one tenth. */
  private static BigDecimal decimal(FieldType result, Object value) {
    BigDecimal exact =
        value instanceof Long whole ? new BigDecimal(whole) : BigDecimal.valueOf((Double) value);
    BigDecimal rounded = exact.setScale(result.scale(), RoundingMode.HALF_EVEN);
    return rounded.precision() <= result.precision() ? rounded : null;
  }
}
