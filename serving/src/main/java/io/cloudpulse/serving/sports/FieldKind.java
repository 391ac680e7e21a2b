package io.cloudpulse.serving.sports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.serving.datasets.FieldKinds;
import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a field may be given: what its dataset says of it alone. Rules between fields are the
 * pipeline's to check.
 */
final class FieldKind {
  private static final int LONGEST = 1_000;

  private FieldKind() {}

  static Kind<String> of(Field field) {
    if (!field.allowed().isEmpty()) {
      return Kinds.oneOf(field.allowed());
    }
    if (field.type().kind() == FieldType.Kind.STRING) {
      return text();
    }
    Kind<String> plain = FieldKinds.of(field.type());
    Function<String, String> read =
        text -> {
          String written = plain.parse(text);
          if (!isWithin(field, carrier(field.type(), written))) {
            throw new IllegalArgumentException(text);
          }
          return written;
        };
    return Kinds.of(read, plain.allowed() + range(field), schema(field, plain.schema()));
  }

  /** An empty one is none to the dataset, and a line's end would be the record's. */
  private static Kind<String> text() {
    Pattern allowed = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1," + LONGEST + "}");
    ObjectNode schema = Kinds.schema("string").put("minLength", 1).put("maxLength", LONGEST);
    return Kinds.of(
        text -> {
          if (!allowed.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
          }
          return text;
        },
        "a text of 1 to %,d characters without control characters".formatted(LONGEST),
        schema.put("pattern", "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"));
  }

  private static Serializable carrier(FieldType type, String text) {
    return switch (type.kind()) {
      case INT64 -> Long.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case DECIMAL -> decimal(type, text);
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> OffsetDateTime.parse(text).toInstant();
      case BOOLEAN, JSON, STRING -> text;
    };
  }

  private static BigDecimal decimal(FieldType type, String text) {
    BigDecimal value = new BigDecimal(text);
    if (value.stripTrailingZeros().scale() > type.scale()
        || value.precision() - value.scale() > type.precision() - type.scale()) {
      throw new IllegalArgumentException(text);
    }
    return value.setScale(type.scale());
  }

  private static boolean isWithin(Field field, Serializable value) {
    return field.min().map(min -> compare(min, value) <= 0).orElse(true)
        && field.max().map(max -> compare(max, value) >= 0).orElse(true);
  }

  /** Of two of the type's carrier. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Serializable one, Serializable other) {
    return ((Comparable) one).compareTo(other);
  }

  private static String range(Field field) {
    String least = field.min().map(min -> " from " + min).orElse("");
    String most = field.max().map(max -> " to " + max).orElse("");
    return (least.isEmpty() && most.isEmpty() ? "" : "," + least + most);
  }

  private static ObjectNode schema(Field field, ObjectNode plain) {
    ObjectNode schema = plain.deepCopy();
    number(field.min()).ifPresent(min -> schema.put("minimum", min));
    number(field.max()).ifPresent(max -> schema.put("maximum", max));
    if (field.type().kind() == FieldType.Kind.DECIMAL) {
      schema.put("multipleOf", BigDecimal.ONE.movePointLeft(field.type().scale()));
    }
    return schema;
  }

  private static Optional<BigDecimal> number(Optional<Serializable> bound) {
    return bound.filter(Number.class::isInstance).map(one -> new BigDecimal(one.toString()));
  }
}
