package io.cloudpulse.transforms;

import java.io.Serializable;
import java.util.Map;

/**
 * What reading one range of a source came to. Read again, a range comes to the same, so a retry
 * replaces its tally and the sums stay exact.
 *
 * @param range names the range among those of the run
 * @param read records in all: accepted and refused
 * @param refused how many were refused, by {@link Reason#code}
 * @param counters what else is worth telling, such as {@code blank lines} or a correction made
 */
public record RangeTally(
    String range, long read, long accepted, Map<String, Long> refused, Map<String, Long> counters)
    implements Serializable {

  public RangeTally {
    refused = Map.copyOf(refused);
    counters = Map.copyOf(counters);
  }
}
