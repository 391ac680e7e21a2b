package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code formats} and {@code zone}: how the texts of a field look. */
final class FieldFormats {
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2024, 11, 20, 13, 45, 59, 0, ZoneOffset.UTC);

  private FieldFormats() {}

  static Optional<String> zone(YamlValue value) {
    Optional<String> text = value.text();
    try {
      text.ifPresent(ZoneId::of);
      return text;
    } catch (DateTimeException e) {
      value.refuse("a time zone's name or an offset", "Europe/Paris");
      return Optional.empty();
    }
  }

  static Optional<List<String>> read(FieldType type, YamlValue value) {
    return switch (type.kind()) {
      case DATE, TIMESTAMP -> patterns(type, value);
      case BOOLEAN -> words(value);
      default -> {
        value.problem("is for fields of type date, timestamp or boolean, but this is " + type);
        yield Optional.empty();
      }
    };
  }

  private static Optional<List<String>> patterns(FieldType type, YamlValue value) {
    for (YamlValue item : value.items()) {
      if (item.text().filter(pattern -> !gives(type, pattern)).isPresent()) {
        boolean date = type.kind() == FieldType.Kind.DATE;
        item.refuse(
            "iso or a pattern of Java's DateTimeFormatter that gives a "
                + (date ? "date" : "date and time"),
            date ? "dd.MM.yyyy" : "dd.MM.yyyy HH:mm:ss");
      }
    }
    return Optional.of(value.texts());
  }

  /** Tried on a sample, since a pattern may be valid and still leave out the year. */
  private static boolean gives(FieldType type, String pattern) {
    if (pattern.equals(Field.ISO)) {
      return true;
    }
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      TemporalAccessor parsed = formatter.parse(formatter.format(SAMPLE));
      LocalDate date = parsed.query(TemporalQueries.localDate());
      LocalTime time = parsed.query(TemporalQueries.localTime());
      return date != null && (type.kind() == FieldType.Kind.DATE || time != null);
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static Optional<List<String>> words(YamlValue value) {
    List<String> texts = value.texts();
    Set<String> words = new HashSet<>();
    boolean distinct =
        texts.stream()
            .flatMap(text -> List.of(text.split("\\|", -1)).stream())
            .allMatch(word -> !word.isBlank() && words.add(word));
    if (texts.size() != 2 || !distinct) {
      value.problem(
          "must be two texts: the words for true and the words for false, no word in both."
              + " For example: [\"Y\", \"N\"]");
      return Optional.empty();
    }
    return Optional.of(texts);
  }
}
