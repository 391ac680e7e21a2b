package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds that are known. */
public final class Kinds {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  private Kinds() {}

  /** A whole number in a range, both ends included. */
  public static Kind<Integer> number(int least, int most) {
    ObjectNode schema = schema("integer").put("minimum", least).put("maximum", most);
    String allowed = "a whole number from %d to %d".formatted(least, most);
    return new Simple<>(
        Integer::valueOf, number -> number >= least && number <= most, allowed, schema);
  }

  /** A whole number that is none below zero. */
  public static Kind<Long> count() {
    ObjectNode schema = schema("integer").put("format", "int64").put("minimum", 0);
    return new Simple<>(
        Long::valueOf, number -> number >= 0, "a whole number from 0 to 2^63 - 1", schema);
  }

  /** A moment, as far as four digits of a year go. */
  public static Kind<Instant> time() {
    return new Simple<>(
        text -> OffsetDateTime.parse(text).toInstant(),
        time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST),
        "a time with its offset, such as 2026-11-20T12:00:00Z, in the years 1 to 9999",
        schema("string").put("format", "date-time"));
  }

  /**
   * A text of a bounded length that holds more than blanks; those around it are cut off. No word
   * has a semicolon in it: who sends one most likely meant to send a statement.
   */
  public static Kind<String> words(int longest) {
    ObjectNode schema = schema("string").put("minLength", 1).put("maxLength", longest);
    schema.put("pattern", "^[^;]*[^;\\s][^;]*$");
    String allowed =
        "a text of 1 to %,d characters, not all blank, without a semicolon".formatted(longest);
    return new Simple<>(
        text -> isStorable(text, longest) ? text.strip() : "",
        text -> !text.isEmpty() && text.indexOf(';') < 0,
        allowed,
        schema);
  }

  /** A text of a form. */
  public static Kind<String> matching(Pattern form, String allowed) {
    ObjectNode schema = schema("string").put("pattern", "^" + form.pattern() + "$");
    return new Simple<>(text -> text, form.asMatchPredicate(), allowed, schema);
  }

  /** One of some words. */
  public static Kind<String> oneOf(List<String> words) {
    ObjectNode schema = schema("string");
    words.forEach(schema.putArray("enum")::add);
    return new Simple<>(
        text -> text, words::contains, "one of " + String.join(", ", words), schema);
  }

  /** Any text of a bounded length. */
  public static Kind<String> text(int longest) {
    ObjectNode schema = schema("string").put("maxLength", longest);
    String allowed = "a text of at most %,d characters, without U+0000".formatted(longest);
    return new Simple<>(text -> text, text -> isStorable(text, longest), allowed, schema);
  }

  /**
   * Anything that a function reads.
   *
   * @param read throws an {@link IllegalArgumentException} or a {@link java.time.DateTimeException}
   *     for what it cannot read
   */
  public static <T> Kind<T> of(Function<String, T> read, String allowed, ObjectNode schema) {
    return new Simple<>(read, value -> true, allowed, schema);
  }

  /** PostgreSQL takes no NUL; half a surrogate pair is no character. */
  private static boolean isStorable(String text, int longest) {
    return text.length() <= longest
        && text.codePoints()
            .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }

  /** A schema of a type. */
  public static ObjectNode schema(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private record Simple<T>(
      Function<String, T> read,
      java.util.function.Predicate<T> isAllowed,
      String allowed,
      ObjectNode schema)
      implements Kind<T> {
    @Override
    public T parse(String text) {
      T value;
      try {
        value = read.apply(text);
      } catch (java.time.DateTimeException wrong) {
        throw new IllegalArgumentException(wrong);
      }
      if (!isAllowed.test(value)) {
        throw new IllegalArgumentException(text);
      }
      return value;
    }
  }
}
