package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.LetterClosing;
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
 * @param closing what became of it; empty while it is open
 */
public record KeptLetter(
    DeadLetter letter,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen,
    Optional<LetterClosing> closing) {
  private static final DateTimeFormatter RUN_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** One of a log: its time is its run's, whose name begins with it. */
  static KeptLetter of(DeadLetter letter) {
    Optional<Instant> began = began(letter.getRun());
    return new KeptLetter(letter, began, began, Optional.empty());
  }

  /** {@code open}, until it is replayed or discarded. */
  public String status() {
    return closing.map(LetterClosing::status).orElse(LetterFilter.OPEN);
  }

  /** The same letter, left by a later run too: what is new is why, as in PostgreSQL. */
  KeptLetter seenAgain(KeptLetter later) {
    DeadLetter last = later.letter;
    DeadLetter.Builder again =
        letter.toBuilder()
            .setReason(last.getReason())
            .setMessage(last.getMessage())
            .setField(last.getField())
            .setRun(last.getRun())
            .setAttempts(letter.getAttempts() + 1);
    if (!last.getReading().isEmpty()) {
      again.setReading(last.getReading());
    }
    return new KeptLetter(again.build(), firstSeen, later.lastSeen, closing);
  }

  /** Closed, unless it was left again since. */
  KeptLetter closed(LetterClosing by) {
    boolean holds = letter.getAttempts() <= by.attempts();
    return holds ? new KeptLetter(letter, firstSeen, lastSeen, Optional.of(by)) : this;
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
