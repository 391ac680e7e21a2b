package io.cloudpulse.transforms;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a run has done so far, summed over its ranges.
 *
 * @param refused by reason
 * @param counters what else reading counted
 * @param sinks by sink
 * @param deadLetters by the step that refused
 */
public record RunTotals(
    long read,
    long accepted,
    Map<String, Long> refused,
    Map<String, Long> counters,
    Map<String, SinkTotals> sinks,
    Map<String, Long> deadLetters) {
  /**
   * What one sink took.
   *
   * @param delivered records the sink took, those that changed nothing included
   * @param superseded those of them that changed nothing
   */
  public record SinkTotals(long delivered, long refused, long superseded) {}

  /** Copies the maps, sorted by key. */
  public RunTotals {
    refused = new TreeMap<>(refused);
    counters = new TreeMap<>(counters);
    sinks = new TreeMap<>(sinks);
    deadLetters = new TreeMap<>(deadLetters);
  }

  /** The same, with dead letters counted elsewhere. */
  public RunTotals withDeadLetters(Map<String, Long> byStep) {
    return new RunTotals(read, accepted, refused, counters, sinks, byStep);
  }

  /** How many records were refused while reading, whatever the reason. */
  public long refusedInAll() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
