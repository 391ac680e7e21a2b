package io.cloudpulse.transforms;

import java.util.Map;
import java.util.TreeMap;

/**
 * A bounded piece of a stream: what one run of a graph reads of each partition.
 *
 * @param number counts a job's rounds from 1
 * @param from first offset, by partition
 * @param to offset after the last, by the same partitions; where nothing is to be read, the first
 */
public record Round(long number, Map<Integer, Long> from, Map<Integer, Long> to) {
  public Round {
    from = new TreeMap<>(from);
    to = new TreeMap<>(to);
    if (!from.keySet().equals(to.keySet())) {
      throw new IllegalArgumentException("a round begins in " + from + ", but ends in " + to);
    }
  }

  /** How many offsets it covers. */
  public long size() {
    return to.entrySet().stream().mapToLong(end -> end.getValue() - from.get(end.getKey())).sum();
  }

  /** The same but for what is no longer there. */
  public Round beginningAt(Map<Integer, Long> earliest) {
    Map<Integer, Long> begin = new TreeMap<>(from);
    Map<Integer, Long> end = new TreeMap<>(to);
    begin.replaceAll((i, offset) -> Math.max(offset, earliest.getOrDefault(i, offset)));
    end.replaceAll((i, offset) -> Math.max(offset, begin.get(i)));
    return new Round(number, begin, end);
  }
}
