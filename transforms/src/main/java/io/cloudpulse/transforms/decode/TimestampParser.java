package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Field;
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
import java.util.stream.Collectors;

/**
 * Moments: ISO-8601, or the first of the field's formats that fits. A text without a zone is in the
 * field's; a date alone is its start. What is finer than a microsecond is cut off.
 */
final class TimestampParser implements ValueParser {
  private static final String ISO_EXAMPLE = "2024-02-29T12:30:00Z";

  private final List<String> formats;
  private final List<Way> ways;
  private final ZoneId zone;

  /** One way to write a time; fails with what both of its kinds fail with. */
  private interface Way {
    TemporalAccessor read(char[] text, int from, int length);
  }

  TimestampParser(List<String> formats, String zone) {
    this.formats = formats;
    this.ways =
        formats.isEmpty()
            ? List.of(IsoTime::read)
            : formats.stream().map(TimestampParser::wayOf).toList();
    this.zone = ZoneId.of(zone);
  }

  private static Way wayOf(String format) {
    if (format.equals(Field.ISO)) {
      return IsoTime::read;
    }
    DateTimeFormatter formatter = TimePatterns.of(format);
    return (text, from, length) ->
        formatter.parseBest(
            new String(text, from, length),
            Instant::from,
            OffsetDateTime::from,
            LocalDateTime::from,
            LocalDate::from);
  }

  @Override
  public Object parse(char[] text, int from, int length) {
    for (Way way : ways) {
      try {
        return moment(way.read(text, from, length));
      } catch (DateTimeException | NotOfType e) {
        // The next way may fit.
      }
    }
    throw new NotOfType();
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
    return formats.isEmpty()
        ? "a time, such as " + ISO_EXAMPLE
        : formats.stream()
            .map(format -> format.equals(Field.ISO) ? ISO_EXAMPLE : format)
            .collect(Collectors.joining(" or ", "a time like ", ""));
  }
}
