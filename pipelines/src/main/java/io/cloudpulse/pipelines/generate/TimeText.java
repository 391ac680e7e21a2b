package io.cloudpulse.pipelines.generate;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes moments by a pattern: with plain arithmetic where the pattern is plain. */
final class TimeText {
  private static final String NUMERIC = "yuMdHmsS";
  private static final int DAY = 86_400;

  private final String pattern;
  private final ZoneId zone;
  private final Charset charset;
  private final DateTimeFormatter formatter;
  private final boolean numeric;
  private final boolean utc;

  TimeText(String pattern, ZoneId zone, Charset charset) {
    this.pattern = pattern;
    this.zone = zone;
    this.charset = charset;
    utc = zone.equals(ZoneOffset.UTC);
    formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone);
    numeric = isNumeric();
  }

  /** Seconds of the smallest unit that the pattern tells apart. */
  int unit() {
    String letters = letters();
    if (letters.matches(".*[sSAnN].*")) {
      return 1;
    }
    return letters.contains("m") ? 60 : letters.matches(".*[HhkK].*") ? 3_600 : DAY;
  }

  /** False if a year far from this one could be read as another: two digits, or none. */
  boolean tellsTheCentury() {
    return letters().matches(".*([yu]{4}|(?<![yu])[yu](?![yu])).*");
  }

  /** True if nothing it writes needs quotes in CSV, whatever the delimiter in use here. */
  boolean isPlain(char delimiter) {
    return numeric && pattern.indexOf(delimiter) < 0 && pattern.indexOf('"') < 0;
  }

  /** The moment that a reader of the text gets: cut to the unit, the earlier of two in autumn. */
  Instant asRead(long second) {
    LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
    ChronoUnit cut =
        switch (unit()) {
          case 1 -> ChronoUnit.SECONDS;
          case 60 -> ChronoUnit.MINUTES;
          case 3_600 -> ChronoUnit.HOURS;
          default -> ChronoUnit.DAYS;
        };
    return local.truncatedTo(cut).atZone(zone).toInstant();
  }

  void write(long second, LineBuffer out) {
    if (!numeric) {
      out.put(formatter.format(Instant.ofEpochSecond(second)).getBytes(charset));
      return;
    }
    long local = utc ? second : second + offsetAt(second);
    writeNumeric(CivilTime.of(local), out);
  }

  private int offsetAt(long second) {
    return zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
  }

  private void writeNumeric(CivilTime time, LineBuffer out) {
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (letter == '\'') {
        quoted = !quoted;
      } else if (quoted || NUMERIC.indexOf(letter) < 0) {
        out.put(letter);
      } else {
        int run = runAt(i);
        out.put(time.part(letter), run);
        i += run - 1;
      }
    }
  }

  private int runAt(int start) {
    int end = start;
    while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(start)) {
      end++;
    }
    return end - start;
  }

  private String letters() {
    return pattern.replaceAll("'[^']*'", "");
  }

  private boolean isNumeric() {
    boolean ascii = pattern.chars().allMatch(c -> c < 128) && !pattern.contains("''");
    String rest = letters().replaceAll("yyyy|uuuu|MM?(?!M)|dd?|HH?|mm?|ss?|S+", "");
    return ascii && rest.chars().noneMatch(c -> Character.isLetter(c) || "[]{}#".indexOf(c) >= 0);
  }
}
