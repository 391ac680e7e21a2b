package io.cloudpulse.pipelines.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who watches a run.
 *
 * @param period how often they are told
 * @param metricsPort where others can watch it
 */
public record Watchers(Duration period, List<LiveWatcher> all, Optional<Integer> metricsPort) {
  public static final Duration PERIOD = Duration.ofSeconds(2);

  /** Nobody here; the ledger is told all the same. */
  public static Watchers none() {
    return new Watchers(PERIOD, List.of(), Optional.empty());
  }
}
