package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Dates: ISO-8601, or the first of the field's formats that fits. */
final class DateParser implements ValueParser {
  private static final String ISO_EXAMPLE = "2024-02-29";

  private final List<String> patterns;
  private final List<DateTimeFormatter> formatters;

  DateParser(List<String> patterns) {
    this.patterns = patterns;
    this.formatters = patterns.stream().map(DateParser::formatter).toList();
  }

  private static DateTimeFormatter formatter(String pattern) {
    return pattern.equals(Field.ISO) ? DateTimeFormatter.ISO_LOCAL_DATE : TimePatterns.of(pattern);
  }

  @Override
  public Object parse(char[] text, int from, int length) {
    if (formatters.isEmpty()) {
      if (length != 10) {
        throw new NotOfType();
      }
      return iso(text, from);
    }
    String written = new String(text, from, length);
    for (DateTimeFormatter formatter : formatters) {
      try {
        return formatter.parse(written, LocalDate::from);
      } catch (DateTimeException e) {
        // The next pattern may fit.
      }
    }
    throw new NotOfType();
  }

  /** The ten characters of {@code 2024-02-29}. */
  static LocalDate iso(char[] text, int at) {
    if (text[at + 4] != '-' || text[at + 7] != '-') {
      throw new NotOfType();
    }
    int year = two(text, at) * 100 + two(text, at + 2);
    try {
      return LocalDate.of(year, two(text, at + 5), two(text, at + 8));
    } catch (DateTimeException e) {
      throw new NotOfType();
    }
  }

  static int two(char[] text, int at) {
    return IntegerParser.digit(text[at]) * 10 + IntegerParser.digit(text[at + 1]);
  }

  @Override
  public String allowed() {
    return patterns.isEmpty()
        ? "a date, such as " + ISO_EXAMPLE
        : patterns.stream()
            .map(pattern -> pattern.equals(Field.ISO) ? ISO_EXAMPLE : pattern)
            .collect(Collectors.joining(" or ", "a date like ", ""));
  }
}
