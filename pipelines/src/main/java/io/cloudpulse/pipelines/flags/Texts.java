package io.cloudpulse.pipelines.flags;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the texts of flags; one that cannot be read becomes a problem and its stand-in a value. */
final class Texts {
  private final Problems problems;

  Texts(Problems problems) {
    this.problems = problems;
  }

  /** An ISO-8601 duration of no less than nothing. */
  Duration duration(String flag, String text) {
    return duration(flag, text, Duration.ZERO);
  }

  /** An ISO-8601 duration of no less than another. */
  Duration duration(String flag, String text, Duration least) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(least) >= 0) {
        return duration;
      }
    } catch (DateTimeParseException wrong) {
      // Told below, as one that is too short.
    }
    String from = least.isZero() ? "" : ", " + least + " or longer";
    problems.flag(flag, text, "a duration as in ISO 8601 (PT5S, PT30M, P1D)" + from, "PT30M");
    return least;
  }

  /** A whole number within bounds. */
  int number(String flag, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      // Told below, as one out of bounds.
    }
    problems.flag(
        flag, text, "a whole number from " + least + " to " + most, Integer.toString(least));
    return least;
  }

  double fraction(String flag, String text, String example) {
    try {
      double fraction = Double.parseDouble(text);
      if (fraction >= 0 && fraction <= 1) {
        return fraction;
      }
    } catch (NumberFormatException wrong) {
      // Told below, as any other wrong fraction.
    }
    problems.flag(flag, text, "a fraction from 0 to 1", example);
    return 0;
  }

  /** A date, which is its midnight in UTC, or a time; after 1970. */
  Optional<Instant> time(String flag, String text) {
    Optional<Instant> time = time(text);
    if (time.isEmpty()) {
      problems.flag(flag, text, "a date or a time after 1970", "2024-03-15T00:00:00Z");
    }
    return time;
  }

  static Optional<Instant> time(String text) {
    try {
      Instant time =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return Optional.of(time).filter(Instant.EPOCH::isBefore);
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }
}
