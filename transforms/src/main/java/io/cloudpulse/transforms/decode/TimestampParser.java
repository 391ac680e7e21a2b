package io.cloudpulse.transforms.decode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/**
 * Moments: ISO-8601, or the first of the field's patterns that fits. A text without a zone is in
 * the field's; a date alone is its start. What is finer than a microsecond is cut off.
 */
final class TimestampParser implements ValueParser {
  private static final int ISO_UTC_LENGTH = 20;

  private final List<String> patterns;
  private final List<DateTimeFormatter> formatters;
  private final ZoneId zone;

  TimestampParser(List<String> patterns, String zone) {
    this.patterns = patterns;
    this.formatters = TimePatterns.of(patterns);
    this.zone = ZoneId.of(zone);
  }

  @Override
  public Object parse(char[] text, int from, int length) {
    if (formatters.isEmpty()) {
      return isIsoInUtc(text, from, length) ? isoInUtc(text, from) : iso(text, from, length);
    }
    String written = new String(text, from, length);
    for (DateTimeFormatter formatter : formatters) {
      try {
        return moment(
            formatter.parseBest(
                written,
                Instant::from,
                OffsetDateTime::from,
                LocalDateTime::from,
                LocalDate::from));
      } catch (DateTimeException e) {
        // The next pattern may fit.
      }
    }
    throw new NotOfType();
  }

  private static boolean isIsoInUtc(char[] text, int at, int length) {
    return length == ISO_UTC_LENGTH
        && text[at + 10] == 'T'
        && text[at + 13] == ':'
        && text[at + 16] == ':'
        && text[at + 19] == 'Z';
  }

  private static Instant isoInUtc(char[] text, int at) {
    LocalDate day = DateParser.iso(text, at);
    int hour = DateParser.two(text, at + 11);
    int minute = DateParser.two(text, at + 14);
    int second = DateParser.two(text, at + 17);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new NotOfType();
    }
    return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second);
  }

  private Instant iso(char[] text, int from, int length) {
    String written = new String(text, from, length);
    if (length > 10 && written.charAt(10) == ' ') {
      written = written.substring(0, 10) + 'T' + written.substring(11);
    }
    try {
      return length == 10
          ? moment(DateParser.iso(text, from))
          : moment(
              DateTimeFormatter.ISO_DATE_TIME.parseBest(
                  written, OffsetDateTime::from, LocalDateTime::from));
    } catch (DateTimeException e) {
      throw new NotOfType();
    }
  }

  private Instant moment(TemporalAccessor parsed) {
    Instant moment;
    if (parsed instanceof Instant instant) {
      moment = instant;
    } else if (parsed instanceof OffsetDateTime time) {
      moment = time.toInstant();
    } else if (parsed instanceof LocalDateTime time) {
      moment = zone instanceof ZoneOffset offset ? time.toInstant(offset) : at(time);
    } else {
      moment = LocalDate.from(parsed).atStartOfDay(zone).toInstant();
    }
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  private Instant at(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  @Override
  public String allowed() {
    return patterns.isEmpty()
        ? "a time, such as 2024-02-29T12:30:00Z"
        : "a time like " + String.join(" or ", patterns);
  }
}
