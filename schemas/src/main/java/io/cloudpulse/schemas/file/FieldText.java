package io.cloudpulse.schemas.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.schemas.Field;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells whether a field would take a text that its dataset's file gives it. */
final class FieldText {
  private FieldText() {}

  /** What the text must be; empty if it is so. */
  static Optional<String> problem(Field field, String text) {
    return switch (field.type().kind()) {
      case STRING -> allowed(field, text);
      case BOOLEAN -> oneOf(words(field), text);
      case JSON -> isJson(text) ? Optional.empty() : Optional.of("JSON");
      case DATE, TIMESTAMP -> field.formats().isEmpty() ? literal(field, text) : dated(field, text);
      case INT64, DOUBLE, DECIMAL -> literal(field, text);
    };
  }

  private static Optional<String> allowed(Field field, String text) {
    String corrected = field.corrections().getOrDefault(text, text);
    return field.allowed().isEmpty() ? Optional.empty() : oneOf(field.allowed(), corrected);
  }

  private static Optional<String> oneOf(List<String> allowed, String text) {
    return allowed.contains(text)
        ? Optional.empty()
        : Optional.of("one of " + String.join(", ", allowed));
  }

  private static List<String> words(Field field) {
    return field.formats().isEmpty()
        ? List.of("true", "false")
        : List.of(String.join("|", field.formats()).split("\\|"));
  }

  private static Optional<String> literal(Field field, String text) {
    Optional<Serializable> value = Literal.parse(field.type(), text);
    if (value.isEmpty()) {
      return Optional.of("a value of type " + field.type());
    }
    if (field.min().isPresent() && Literal.compare(value.get(), field.min().get()) < 0) {
      return Optional.of("at least min, which is " + field.min().get());
    }
    if (field.max().isPresent() && Literal.compare(value.get(), field.max().get()) > 0) {
      return Optional.of("at most max, which is " + field.max().get());
    }
    return Optional.empty();
  }

  private static Optional<String> dated(Field field, String text) {
    return field.formats().stream().anyMatch(format -> reads(field, format, text))
        ? Optional.empty()
        : Optional.of("written as " + String.join(" or ", field.formats()));
  }

  /** A pattern that is none is noted where it stands, not here. */
  private static boolean reads(Field field, String format, String text) {
    if (format.equals(Field.ISO)) {
      return Literal.parse(field.type(), text).isPresent();
    }
    try {
      return DateTimeFormatter.ofPattern(format, Locale.ENGLISH).parse(text) != null;
    } catch (IllegalArgumentException e) {
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isJson(String text) {
    try {
      return !new ObjectMapper().readTree(text).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
