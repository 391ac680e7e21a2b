package io.cloudpulse.pipelines.status;

import io.cloudpulse.pipelines.live.LiveLine;
import io.cloudpulse.schemas.ledger.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How a job is, and since when.
 *
 * @param name {@code running}, {@code lost}, {@code submitted}, {@code stopped}, {@code done},
 *     {@code failed} or {@code unbalanced}
 */
public record JobState(String name, Instant since) {
  private static Duration patience() {
    return Duration.parse(System.getProperty("pulse.lostAfter", RunState.PATIENCE.toString()));
  }

  static JobState of(String kept, Instant since, @Nullable Duration silent, String runner) {
    return new JobState(RunState.of(kept, Optional.ofNullable(silent), runner, patience()), since);
  }

  public boolean isRunning() {
    return name.equals(RunState.RUNNING);
  }

  /** For a person: a job that runs needs no words. */
  String words(Instant now) {
    Instant second = since.truncatedTo(ChronoUnit.SECONDS);
    return switch (name) {
      case RunState.RUNNING -> name;
      case RunState.LOST ->
          "lost since %s (no sign of life for %s)"
              .formatted(second, LiveLine.span(Duration.between(since, now)));
      default -> name + " " + second;
    };
  }
}
