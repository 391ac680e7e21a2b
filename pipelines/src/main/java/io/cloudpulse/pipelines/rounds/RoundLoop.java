package io.cloudpulse.pipelines.rounds;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import io.cloudpulse.pipelines.source.RoundTopic;
import io.cloudpulse.pipelines.source.RoundTopic.Sight;
import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.RoundBook;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stream as a sequence of bounded rounds. What a round reads is written down before it begins,
 * and that it is done when every sink has it; so one that was cut short is repeated with the same
 * offsets, which changes nothing that is stored or counted already.
 */
final class RoundLoop {
  /** After so many rounds of a backlog windows are summed up, although more is left to read. */
  private static final int MOST_UNSUMMED = 10;

  private final RoundTopic topic;
  private final RoundBook book;
  private final RoundWork work;
  private final RoundRules rules;
  private final Pauses pauses;
  private final FailsafeExecutor<Object> patiently;
  private final Map<Integer, Long> at = new TreeMap<>();
  private Sight sight;

  /** Rounds since windows were summed up. After a start nobody knows what windows lack. */
  private int unsummed;

  private long number;

  RoundLoop(RoundTopic topic, RoundBook book, RoundWork work, RoundRules rules, Pauses pauses) {
    this.topic = topic;
    this.book = book;
    this.work = work;
    this.rules = rules;
    this.pauses = pauses;
    this.patiently = Failsafe.with(pauses.inTrouble());
    this.unsummed = rules.windows() ? 1 : 0;
  }

  /** Goes on until all is read that was to be read; for ever, if that has no end. */
  void run() throws SQLException {
    findPlace();
    Optional<Round> cutShort = book.unfinished();
    if (cutShort.isPresent()) {
      sight = patiently.get(topic::look);
      finish(cutShort.get().beginningAt(sight.earliest()));
    }
    while (unsummed > 0 || !rules.isDone(at)) {
      Round next = next();
      book.plan(next);
      finish(next);
    }
  }

  /**
   * Of what the last round and the job's group say, the farther holds: a stream may have gone on
   * since, and so may rounds of which the group was not told.
   */
  private void findPlace() throws SQLException {
    Optional<Round> last = book.done();
    last.ifPresent(round -> advanceTo(round.to()));
    number = last.map(Round::number).orElse(0L);
    Map<Integer, Long> committed = patiently.get(topic::committed);
    advanceTo(committed);
    if (!at.equals(committed)) {
      patiently.run(() -> topic.commit(at));
    }
  }

  private Round next() {
    return Failsafe.with(pauses.whileIdle(this::isIdle), pauses.inTrouble())
        .get(
            () -> {
              sight = topic.look();
              return rules.next(number + 1, at, sight);
            });
  }

  private boolean isIdle(Round round) {
    return unsummed == 0 && RoundRules.isIdle(round, at);
  }

  private void finish(Round round) throws SQLException {
    number = round.number();
    boolean summing = rules.windows() && isTimeToSumUp(round);
    patiently.run(() -> work.run(round, Optional.of(sight.began()).filter(unused -> summing)));
    book.finish(round);
    if (rules.windows()) {
      unsummed = summing && RoundRules.reaches(round, at) ? 0 : unsummed + 1;
    }
    advanceTo(round.to());
    patiently.run(() -> topic.commit(at));
  }

  /** Summing up reads all the log, so a backlog is read first. */
  private boolean isTimeToSumUp(Round round) {
    return rules.isLast(round, sight) || unsummed >= MOST_UNSUMMED;
  }

  private void advanceTo(Map<Integer, Long> offsets) {
    offsets.forEach((partition, offset) -> at.merge(partition, offset, Math::max));
  }
}
