package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Makes one field's value from its text: null, corrected, typed, and within what is allowed. */
final class FieldReader {
  private final Field field;
  private final ValueParser parser;
  private final boolean trim;
  private final boolean emptyIsNull;
  private final Set<String> otherNulls;
  private final Map<String, String> corrections;
  private final Set<String> allowed;
  private final Comparable<Object> min;
  private final Comparable<Object> max;
  private final boolean bounded;
  private final Consumer<String> corrected;

  /**
   * A reader of one field in one layout.
   *
   * @param corrected told of each correction made, as {@code field: wrong -> right}
   */
  FieldReader(Field field, Layout layout, Consumer<String> corrected) {
    this.field = field;
    this.parser = ValueParser.of(field);
    this.trim = layout.trim();
    List<String> nulls = field.nulls().orElse(layout.nulls());
    this.emptyIsNull = nulls.contains("");
    this.otherNulls = Set.copyOf(nulls.stream().filter(token -> !token.isEmpty()).toList());
    this.corrections = field.corrections();
    this.allowed = Set.copyOf(field.allowed());
    this.min = comparable(field.min().orElse(null));
    this.max = comparable(field.max().orElse(null));
    this.bounded = min != null || max != null || !allowed.isEmpty();
    this.corrected = corrected;
  }

  @SuppressWarnings("unchecked") // A bound has the carrier of the field's type, all comparable.
  private static Comparable<Object> comparable(Object bound) {
    return (Comparable<Object>) bound;
  }

  /** The value of a constant. */
  Object read(String text) {
    return text == null ? missing() : read(text.toCharArray(), 0, text.length());
  }

  /**
   * The value; null if there is none and none is required.
   *
   * @throws Refusal if it is missing, not of the type or not allowed
   */
  Object read(char[] text, int from, int length) {
    Object value = readOrNull(text, from, length);
    return value == null ? missing() : value;
  }

  /** The value, or null if there is none, even where one is required. */
  Object readOrNull(char[] text, int offset, int size) {
    if (text == null) {
      return null;
    }
    int from = offset;
    int end = offset + size;
    if (trim) {
      while (from < end && Character.isWhitespace(text[from])) {
        from++;
      }
      while (from < end && Character.isWhitespace(text[end - 1])) {
        end--;
      }
    }
    return isNull(text, from, end - from) ? null : corrected(text, from, end - from);
  }

  private boolean isNull(char[] text, int from, int length) {
    return length == 0
        ? emptyIsNull
        : !otherNulls.isEmpty() && otherNulls.contains(new String(text, from, length));
  }

  private Object missing() {
    if (field.required()) {
      throw Refusal.of(Reason.MISSING, field.name(), field.name() + " is required, but empty");
    }
    return null;
  }

  private Object corrected(char[] text, int from, int length) {
    if (corrections.isEmpty()) {
      return typed(text, from, length);
    }
    String written = new String(text, from, length);
    String right = corrections.get(written);
    if (right == null) {
      return typed(text, from, length);
    }
    corrected.accept(field.name() + ": " + written + " -> " + right);
    return typed(right.toCharArray(), 0, right.length());
  }

  private Object typed(char[] text, int from, int length) {
    Object value;
    try {
      value = parser.parse(text, from, length);
    } catch (ValueParser.NotOfType e) {
      throw Refusal.ofField(
          Reason.TYPE, field.name(), new String(text, from, length), parser.allowed());
    }
    if (value instanceof String written && written.indexOf('\0') >= 0) {
      // PostgreSQL could not store it and Elasticsearch would: the sinks would not hold the same.
      throw Refusal.of(
          Reason.ENCODING, field.name(), field.name() + " holds a NUL character, which is no text");
    }
    if (bounded) {
      check(value);
    }
    return value;
  }

  private void check(Object value) {
    if (min != null && min.compareTo(value) > 0) {
      throw Refusal.ofField(Reason.RANGE, field.name(), value, "at least " + min);
    }
    if (max != null && max.compareTo(value) < 0) {
      throw Refusal.ofField(Reason.RANGE, field.name(), value, "at most " + max);
    }
    if (!allowed.isEmpty() && !allowed.contains(value.toString())) {
      throw Refusal.ofField(
          Reason.NOT_ALLOWED, field.name(), value, "one of " + String.join(", ", field.allowed()));
    }
  }
}
