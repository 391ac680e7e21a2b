package io.cloudpulse.pipelines.status;

import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.pipelines.live.LiveLine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How a job is, and since when.
 *
 * @param name {@code running}, {@code lost}, {@code submitted}, {@code stopped}, {@code done},
 *     {@code failed} or {@code unbalanced}
 */
public record JobState(String name, Instant since) {
  private static final String RUNNING = "running";
  private static final String LOST = "lost";

  /** Handed to a runner whose jobs go on without the process that started them: nobody beats. */
  private static final String SUBMITTED = "submitted";

  /** A run that has given no sign of life for so long is lost: its process was killed, say. */
  private static Duration patience() {
    return Duration.parse(System.getProperty("pulse.lostAfter", "PT15S"));
  }

  static JobState of(String kept, Instant since, @Nullable Duration silent, String runner) {
    boolean alive = silent != null && silent.compareTo(patience()) <= 0;
    String unseen = RunnerProfile.isElsewhere(runner) ? SUBMITTED : LOST;
    return new JobState(kept.equals(RUNNING) && !alive ? unseen : kept, since);
  }

  public boolean isRunning() {
    return name.equals(RUNNING);
  }

  /** For a person: a job that runs needs no words. */
  String words(Instant now) {
    Instant second = since.truncatedTo(ChronoUnit.SECONDS);
    return switch (name) {
      case RUNNING -> name;
      case LOST ->
          "lost since %s (no sign of life for %s)"
              .formatted(second, LiveLine.span(Duration.between(since, now)));
      default -> name + " " + second;
    };
  }
}
