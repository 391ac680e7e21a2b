package io.cloudpulse.schemas.classes;

import io.cloudpulse.schemas.FieldType;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a Java type is as a field's. */
final class JavaType {
  private static final Map<Class<?>, FieldType> TYPES =
      Map.ofEntries(
          Map.entry(String.class, FieldType.STRING),
          Map.entry(long.class, FieldType.INT64),
          Map.entry(Long.class, FieldType.INT64),
          Map.entry(int.class, FieldType.INT64),
          Map.entry(Integer.class, FieldType.INT64),
          Map.entry(double.class, FieldType.DOUBLE),
          Map.entry(Double.class, FieldType.DOUBLE),
          Map.entry(boolean.class, FieldType.BOOLEAN),
          Map.entry(Boolean.class, FieldType.BOOLEAN),
          Map.entry(java.time.Instant.class, FieldType.TIMESTAMP),
          Map.entry(org.joda.time.Instant.class, FieldType.TIMESTAMP),
          Map.entry(java.time.LocalDate.class, FieldType.DATE),
          Map.entry(org.joda.time.LocalDate.class, FieldType.DATE));

  private JavaType() {}

  static FieldType fieldType(Method getter, String place) {
    Class<?> type = getter.getReturnType();
    if (type == BigDecimal.class) {
      return decimal(getter.getAnnotation(Decimal.class), place);
    }
    FieldType fieldType = type.isEnum() ? FieldType.STRING : TYPES.get(type);
    if (fieldType == null) {
      throw new IllegalArgumentException(
          place
              + " gives a "
              + type.getSimpleName()
              + ", but must give a String, an enum, a long, int, double, boolean, BigDecimal,"
              + " Instant or LocalDate");
    }
    return fieldType;
  }

  private static FieldType decimal(Decimal digits, String place) {
    if (digits == null) {
      throw new IllegalArgumentException(
          place + " must have its digits. For example: @Decimal(precision = 12, scale = 2)");
    }
    String written = "decimal(" + digits.precision() + "," + digits.scale() + ")";
    return FieldType.parse(written)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    place
                        + " was "
                        + written
                        + ", but must have a precision of 1 to 38 and a scale of"
                        + " at most that"));
  }

  /** The names of an enum's constants, the only texts it allows; none for other types. */
  static List<String> constants(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList()
        : List.of();
  }
}
