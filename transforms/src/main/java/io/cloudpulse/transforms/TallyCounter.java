package io.cloudpulse.transforms;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts while a range is read. */
public final class TallyCounter {
  /** So that a file of ever new field names cannot fill the memory. */
  private static final int MOST_COUNTERS = 200;

  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<String, Long> counters = new HashMap<>();
  private long accepted;

  public void accepted() {
    accepted++;
  }

  public void refused(Reason reason) {
    refused.merge(reason.code(), 1L, Long::sum);
  }

  /** Counts something by name; names past the first 200 are counted together. */
  public void count(String name) {
    boolean room = counters.size() < MOST_COUNTERS || counters.containsKey(name);
    counters.merge(room ? name : "others", 1L, Long::sum);
  }

  public long acceptedSoFar() {
    return accepted;
  }

  public RangeTally tally(String range) {
    long refusals = refused.values().stream().mapToLong(Long::longValue).sum();
    return RangeTally.of(range, accepted + refusals, accepted, refused, counters);
  }
}
