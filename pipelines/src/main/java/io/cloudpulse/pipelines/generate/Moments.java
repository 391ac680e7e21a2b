package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Dates and timestamps: steps of the smallest unit that their text tells apart. */
final class Moments extends Values {
  private static final long DAY = 86_400;
  private static final long YEAR = 366 * DAY;
  private static final long FIRST = LocalDate.of(2020, 1, 1).toEpochDay() * DAY;
  private static final long YEARS = 6 * YEAR;
  private static final long YEARS_OF_KEYS = 79 * YEAR;
  private static final long OLDEST = LocalDate.of(1, 1, 2).toEpochDay() * DAY;
  private static final long NEWEST = LocalDate.of(9999, 12, 30).toEpochDay() * DAY;

  private final boolean isDate;
  private final boolean plain;
  private final TimeText text;
  private final long step;
  private final long first;
  private final long size;

  Moments(Field field, boolean key, Charset charset, char delimiter) {
    isDate = field.type().kind() == FieldType.Kind.DATE;
    ZoneId zone = zoneOf(field);
    text = new TimeText(patternOf(field, zone), zone, charset);
    plain = text.isPlain(delimiter);
    boolean utc = zone.equals(ZoneOffset.UTC);
    // An hour that comes twice in autumn must not give two keys one text.
    step = key && !utc ? Math.max(text.unit(), 7_200) : text.unit();
    long span = key ? YEARS_OF_KEYS : YEARS;
    long inwards = utc ? 0 : DAY;
    long low = field.min().map(min -> second(min) + inwards).orElse(FIRST);
    if (field.min().isEmpty() && field.max().isPresent()) {
      low = Math.min(FIRST, second(field.max().get()) - YEAR);
    }
    long high = field.max().map(max -> second(max) - inwards).orElse(Math.max(low, FIRST) + span);
    first = -Math.floorDiv(-low, step) * step;
    size = Math.floorDiv(high - first, step) + 1;
    Impossible.unless(high >= first, "%s has no value between its min and its max", field.name());
  }

  private ZoneId zoneOf(Field field) {
    ZoneId zone = isDate ? ZoneOffset.UTC : ZoneId.of(field.zone()).normalized();
    return zone.equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
  }

  /** The first format only: a text of a later one might be read by an earlier one. */
  private String patternOf(Field field, ZoneId zone) {
    String iso = isDate ? "uuuu-MM-dd" : "uuuu-MM-dd'T'HH:mm:ss";
    String suffix = !isDate && zone.equals(ZoneOffset.UTC) ? "'Z'" : "";
    return field.formats().stream()
        .findFirst()
        .filter(format -> !format.equals(Field.ISO))
        .orElse(iso + suffix);
  }

  private static long second(Serializable bound) {
    if (bound instanceof LocalDate date) {
      return date.toEpochDay() * DAY;
    }
    Instant instant = (Instant) bound;
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }

  @Override
  long size() {
    return size;
  }

  @Override
  void write(long number, LineBuffer out) {
    text.write(first + number * step, out);
  }

  @Override
  Object value(long number) {
    long second = first + number * step;
    return isDate ? LocalDate.ofEpochDay(Math.floorDiv(second, DAY)) : text.asRead(second);
  }

  @Override
  boolean canWrite(long number) {
    long second = first + number * step;
    return text.tellsTheCentury() && second >= OLDEST && second <= NEWEST;
  }

  /** Three days: more than bounds were moved inwards, than a zone shifts and than a unit cuts. */
  @Override
  long margin() {
    return Math.max(1, 3 * DAY / step);
  }

  @Override
  boolean plain() {
    return plain;
  }

  @Override
  boolean bareInJson() {
    return false;
  }
}
