package io.cloudpulse.serving.sports;

import io.cloudpulse.schemas.VersionBits;
import io.cloudpulse.serving.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Times of writes: a row's newest version wins, so that a write must be newer than the row. */
record Newer(Clock clock) {
  /** By so much the clocks of two machines may differ. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /**
   * Now, or later if the row is of later.
   *
   * @param version of the row that is there
   * @throws Problem if the row is of the future
   */
  long than(long version) {
    long now = clock.millis();
    long row = VersionBits.millis(version);
    if (row > now + SKEW.toMillis()) {
      throw Problem.of(
          409,
          "What is there is of the future",
          "The row is of %s: nothing that is written before then changes it."
              .formatted(Instant.ofEpochMilli(row)));
    }
    return Math.max(now, row + 1);
  }

  /**
   * Checks when something is said to have happened.
   *
   * @throws Problem if it would change nothing, or is yet to come
   */
  void check(String field, Instant since, long version) {
    Instant row = Instant.ofEpochMilli(VersionBits.millis(version));
    if (since.toEpochMilli() < row.toEpochMilli()) {
      throw Problem.of(
          409,
          "What is there is newer",
          "%s was %s, but the row is of %s: only what is newer changes it."
              .formatted(field, since, row));
    }
    if (since.isAfter(clock.instant().plus(SKEW))) {
      throw Problem.of(
          422,
          "It has not happened yet",
          "%s was %s, but must not lie in the future: leave it out for now."
              .formatted(field, since));
    }
  }
}
