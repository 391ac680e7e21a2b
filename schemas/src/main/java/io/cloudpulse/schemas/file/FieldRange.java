package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.io.Serializable;
import java.util.Optional;

/** Reads {@code min} and {@code max}, which only types with an order have. */
final class FieldRange {
  private final FieldType type;
  private final YamlMapping settings;

  FieldRange(FieldType type, YamlMapping settings) {
    this.type = type;
    this.settings = settings;
  }

  void readInto(Field.Builder field) {
    Optional<Serializable> min = bound("min");
    Optional<Serializable> max = bound("max");
    min.ifPresent(field::min);
    max.ifPresent(field::max);
    if (min.isPresent() && max.isPresent() && Literal.compare(min.get(), max.get()) > 0) {
      settings.get("min").get().refuse("at most max, which is " + max.get());
    }
  }

  private Optional<Serializable> bound(String name) {
    Optional<YamlValue> value = settings.get(name);
    if (value.isPresent() && !Literal.isOrdered(type)) {
      value
          .get()
          .problem(
              "is for fields of type int64, double, decimal, date or timestamp, but this is "
                  + type);
      return Optional.empty();
    }
    Optional<String> text = value.flatMap(YamlValue::text);
    Optional<Serializable> bound = text.flatMap(written -> Literal.parse(type, written));
    if (text.isPresent() && bound.isEmpty()) {
      value.get().refuse("a value of type " + type, Literal.example(type));
    }
    return bound;
  }
}
