package io.cloudpulse.transforms.decode;

import io.cloudpulse.transforms.decode.ValueParser.NotOfType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * Times of ISO-8601: with a {@code T} or a blank before the hour, any number of a second's digits,
 * with or without an offset; a date alone, too. Most are of the twenty characters of {@code
 * 2024-02-29T12:30:00Z}, and those are read without a formatter.
 */
final class IsoTime {
  private static final int DATE_LENGTH = 10;
  private static final int UTC_LENGTH = 20;

  private IsoTime() {}

  /**
   * The time, as exact as the text tells it.
   *
   * @throws NotOfType if it is none
   * @throws java.time.DateTimeException if it is none
   */
  static TemporalAccessor read(char[] text, int from, int length) {
    if (length == DATE_LENGTH) {
      return DateParser.iso(text, from);
    }
    return isInUtc(text, from, length) ? inUtc(text, from) : any(new String(text, from, length));
  }

  private static boolean isInUtc(char[] text, int at, int length) {
    return length == UTC_LENGTH
        && text[at + 10] == 'T'
        && text[at + 13] == ':'
        && text[at + 16] == ':'
        && text[at + 19] == 'Z';
  }

  private static Instant inUtc(char[] text, int at) {
    long day = DateParser.iso(text, at).toEpochDay();
    int hour = DateParser.two(text, at + 11);
    int minute = DateParser.two(text, at + 14);
    int second = DateParser.two(text, at + 17);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new NotOfType();
    }
    return Instant.ofEpochSecond(day * 86_400 + hour * 3600L + minute * 60L + second);
  }

  private static TemporalAccessor any(String text) {
    boolean blank = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
    String written =
        blank ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1) : text;
    return DateTimeFormatter.ISO_DATE_TIME.parseBest(
        written, OffsetDateTime::from, LocalDateTime::from);
  }
}
