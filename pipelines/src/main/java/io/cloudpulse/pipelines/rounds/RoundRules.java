package io.cloudpulse.pipelines.rounds;

import io.cloudpulse.pipelines.source.RoundTopic.Sight;
import io.cloudpulse.transforms.Round;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what a job reads next, and when it is done.
 *
 * @param size most offsets of a partition in one round
 * @param until by partition, the offset before which reading ends; empty to read for ever
 * @param windows whether rows are computed of more than a round's own records
 */
record RoundRules(long size, Optional<Map<Integer, Long>> until, boolean windows) {
  /**
   * The next round. Offsets that are no longer there are passed over, as a stream does.
   *
   * @param at the job's positions; a partition without one is read from its start
   * @throws IllegalStateException if a partition ends before the job's position in it
   */
  Round next(long number, Map<Integer, Long> at, Sight topic) {
    at.forEach((partition, position) -> checkThere(partition, position, topic));
    Map<Integer, Long> from = new TreeMap<>();
    Map<Integer, Long> to = new TreeMap<>();
    topic
        .latest()
        .forEach(
            (partition, latest) -> {
              long first = topic.earliest().getOrDefault(partition, 0L);
              long position = at.getOrDefault(partition, first);
              long begin = Math.max(position, first);
              from.put(partition, begin);
              to.put(partition, end(partition, begin, latest));
            });
    return new Round(number, from, to);
  }

  private long end(int partition, long begin, long latest) {
    long end = until.map(ends -> ends.getOrDefault(partition, begin)).orElse(latest);
    return Math.max(begin, Math.min(Math.min(end, latest), begin + size));
  }

  private static void checkThere(int partition, long position, Sight topic) {
    long latest = topic.latest().getOrDefault(partition, 0L);
    if (position > latest) {
      throw new IllegalStateException(
          "The job has read partition %d up to offset %d, but the topic ends at %d there."
                  .formatted(partition, position, latest)
              + " Was the topic made anew? Then let another job read it: --job=<another name>");
    }
  }

  /** True of a round that would change nothing. */
  static boolean isIdle(Round round, Map<Integer, Long> at) {
    return round.to().entrySet().stream()
        .allMatch(
            end -> {
              long begin = round.from().get(end.getKey());
              return end.getValue() == at.getOrDefault(end.getKey(), begin).longValue();
            });
  }

  /** True of a round after which nothing is left to read of what was there. */
  boolean isLast(Round round, Sight topic) {
    return topic.latest().entrySet().stream()
        .allMatch(
            there -> {
              int partition = there.getKey();
              long done = round.to().getOrDefault(partition, 0L);
              return done >= end(partition, done, there.getValue());
            });
  }

  /** True of a round that covers all up to a job's positions. */
  static boolean reaches(Round round, Map<Integer, Long> at) {
    return at.entrySet().stream()
        .allMatch(place -> round.to().getOrDefault(place.getKey(), 0L) >= place.getValue());
  }

  /** True once all is read that was to be read. */
  boolean isDone(Map<Integer, Long> at) {
    return until.isPresent()
        && until.get().entrySet().stream()
            .allMatch(end -> at.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
