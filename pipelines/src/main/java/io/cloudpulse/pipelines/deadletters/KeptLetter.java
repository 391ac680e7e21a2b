package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A dead letter and what became of it since.
 *
 * @param firstSeen empty where the place does not know
 * @param status {@code open}, until it is replayed or discarded
 */
public record KeptLetter(
    DeadLetter letter, Optional<Instant> firstSeen, Optional<Instant> lastSeen, String status) {
  private static final DateTimeFormatter RUN_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** One that a file keeps: its time is its run's, whose name begins with it. */
  static KeptLetter of(DeadLetter letter) {
    Optional<Instant> began = began(letter.getRun());
    return new KeptLetter(letter, began, began, "open");
  }

  /** The same letter, left by a later run too. */
  KeptLetter seenAgain(KeptLetter later) {
    DeadLetter again = later.letter.toBuilder().setAttempts(letter.getAttempts() + 1).build();
    return new KeptLetter(again, firstSeen, later.lastSeen, "open");
  }

  private static Optional<Instant> began(String run) {
    try {
      String time = run.substring(0, Math.min(run.length(), "yyyyMMdd-HHmmss".length()));
      return Optional.of(LocalDateTime.parse(time, RUN_TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException namedOtherwise) {
      return Optional.empty();
    }
  }
}
