package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.StreamSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names runs: by when they began, to the millisecond, so that names sort by time even where one run
 * follows the other at once, and by chance, so that none clash.
 */
public final class RunIds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final SecureRandom CHANCE = new SecureRandom();

  private RunIds() {}

  /** A stream's run is its job, however often it is started: its counts go on. */
  public static String of(MoveSettings settings, Clock clock) {
    return settings.stream().map(StreamSettings::job).orElseGet(() -> next(clock));
  }

  public static String next(Clock clock) {
    byte[] chance = new byte[2];
    CHANCE.nextBytes(chance);
    return TIME.format(clock.instant()) + HexFormat.of().formatHex(chance);
  }
}
