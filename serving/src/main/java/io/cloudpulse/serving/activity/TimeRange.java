package io.cloudpulse.serving.activity;

import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A span of event time.
 *
 * @param from the first moment in it
 * @param to the first moment after it
 */
record TimeRange(Instant from, Instant to) {
  /** What a range is long unless the query says otherwise. */
  static final Duration USUAL = Duration.ofDays(1);

  static final Parameter<Instant> FROM =
      Parameter.of(
          "from",
          "Begin of the time; else a day before its end.",
          Kinds.time(),
          "2026-11-20T00:00:00Z");

  static final Parameter<Instant> TO =
      Parameter.of(
          "to", "End of the time; else that of the newest.", Kinds.time(), "2026-11-21T00:00:00Z");

  static final List<Parameter<?>> BOTH = List.of(FROM, TO);

  static Problem noActivity() {
    return Missing.rows("activity.events");
  }

  private static final String NEWEST =
      "select to_json(max(window_start) + interval '1 minute')#>>'{}' from activity.action_minutes";

  /** What a query asks for; what it leaves open ends with the newest minute there is. */
  static TimeRange asked(Asked asked, Database database) {
    return of(asked.value(FROM), asked.value(TO), () -> newest(database));
  }

  /** Nobody did anything yet: a day that is as good as any. */
  private static Instant newest(Database database) {
    return Question.of(NEWEST)
        .ask(database, noActivity())
        .map(text -> OffsetDateTime.parse(text).toInstant())
        .orElse(Instant.EPOCH);
  }

  static TimeRange of(
      Optional<Instant> from, Optional<Instant> to, java.util.function.Supplier<Instant> newest) {
    Instant end = to.orElseGet(newest);
    if (to.isEmpty() && from.isPresent() && !from.get().isBefore(end)) {
      end = from.get().plus(USUAL);
    }
    TimeRange range = new TimeRange(from.orElse(end.minus(USUAL)), end);
    if (!range.from.isBefore(range.to)) {
      throw Problem.of(
          400,
          "The time has no length",
          "from was %s and to was %s, but from must be before to.".formatted(range.from, range.to));
    }
    return range;
  }

  /** All steps that this touches, whole. */
  TimeRange wholeSteps(Duration step) {
    long seconds = step.toSeconds();
    long first = Math.floorDiv(from.getEpochSecond(), seconds);
    long last = -Math.floorDiv(-to.getEpochSecond() - (to.getNano() > 0 ? 1 : 0), seconds);
    return new TimeRange(
        Instant.ofEpochSecond(first * seconds), Instant.ofEpochSecond(last * seconds));
  }

  long steps(Duration step) {
    return Duration.between(from, to).dividedBy(step);
  }

  /** Binds both ends. */
  Question in(Question question) {
    return question.with("from", from).with("to", to);
  }
}
