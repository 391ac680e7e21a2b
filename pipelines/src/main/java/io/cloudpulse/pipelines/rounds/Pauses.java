package io.cloudpulse.pipelines.rounds;

import dev.failsafe.RetryPolicy;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How long a job waits, and for what.
 *
 * @param idle longest wait between two looks at a topic that has nothing new
 * @param trouble first wait after something failed; each wait is twice as long as the one before
 */
record Pauses(Duration idle, Duration trouble) {
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
  private static final int QUICKER = 50;
  private static final int MOST_LOOKS_IN_VAIN = -1;

  /** Sinks and readers wait out short trouble themselves; this is for what they gave up on. */
  private static final int MOST_TRIES = 6;

  static Pauses of(Duration idle) {
    return new Pauses(idle, AFTER_TROUBLE);
  }

  /** Looks soon again at first, then ever more seldom. */
  <T> RetryPolicy<T> whileIdle(Predicate<T> isIdle) {
    return RetryPolicy.<T>builder()
        .handleResultIf(isIdle::test)
        .withBackoff(idle.dividedBy(QUICKER), idle)
        .withMaxRetries(MOST_LOOKS_IN_VAIN)
        .build();
  }

  /** Gives up after some minutes. */
  <T> RetryPolicy<T> inTrouble() {
    return RetryPolicy.<T>builder()
        .handle(RuntimeException.class)
        .abortOn(StoppedException.class)
        .withBackoff(trouble, trouble.multipliedBy(16))
        .withMaxRetries(MOST_TRIES - 1)
        .build();
  }
}
