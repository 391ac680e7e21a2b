package io.cloudpulse.pipelines.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Where a run stands, in one line for a person. */
public final class LiveLine {
  private LiveLine() {}

  static String of(LiveStatus status) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "read %,d records (%,d/s), refused %,d",
            status.read(),
            status.rowsPerSecond(),
            status.refused()));
    round(status, line);
    status.lag().ifPresent(lag -> line.append(String.format(Locale.ROOT, ", lag %,d", lag)));
    status
        .watermark()
        .ifPresent(time -> line.append(", watermark ").append(watermark(time, status.at())));
    return line.toString();
  }

  /** The same for a terminal of 80 columns. */
  static String shortly(LiveStatus status) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%,d read", status.read()));
    line.append(String.format(Locale.ROOT, " (%,d/s)", status.rowsPerSecond()));
    line.append(String.format(Locale.ROOT, ", %,d refused", status.refused()));
    round(status, line);
    status.lag().ifPresent(lag -> line.append(String.format(Locale.ROOT, ", lag %,d", lag)));
    status
        .watermark()
        .ifPresent(time -> line.append(", ").append(words(Duration.between(time, status.at()))));
    return line.toString();
  }

  private static void round(LiveStatus status, StringBuilder line) {
    if (status.round() != null) {
      line.append(String.format(Locale.ROOT, ", round %,d", status.round()));
    }
  }

  /** A watermark, and how far it is behind. */
  public static String watermark(Instant time, Instant now) {
    return time.truncatedTo(ChronoUnit.SECONDS) + " (" + words(Duration.between(time, now)) + ")";
  }

  private static String words(Duration behind) {
    return behind.isNegative() ? span(behind.negated()) + " ahead" : span(behind) + " behind";
  }

  /** Coarse: {@code 12 s}, {@code 5 min}, {@code 3 h}, {@code 970 d}. */
  public static String span(Duration span) {
    if (span.toMinutes() < 2) {
      return span.toSeconds() + " s";
    }
    if (span.toHours() < 2) {
      return span.toMinutes() + " min";
    }
    return span.toDays() < 2 ? span.toHours() + " h" : span.toDays() + " d";
  }
}
