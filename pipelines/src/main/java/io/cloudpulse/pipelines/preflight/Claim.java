package io.cloudpulse.pipelines.preflight;

import java.util.List;

/**
 * What is said of a runner and one capability.
 *
 * @param reason why it is not simply ok; empty if it is
 * @param advice what to change; empty if it is ok
 * @param sources what backs it: {@code test <class>}, the address of a page, or a page of ours in
 *     docs
 */
public record Claim(Level level, String reason, String advice, List<String> sources) {
  /** What a source begins with that is a test of ours. */
  public static final String TEST = "test ";

  /** True if a test of ours shows it. */
  public boolean isTested() {
    return sources.stream().anyMatch(source -> source.startsWith(TEST));
  }
}
