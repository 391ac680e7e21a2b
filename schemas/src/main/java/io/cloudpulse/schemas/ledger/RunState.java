package io.cloudpulse.schemas.ledger;

import java.time.Duration;
import java.util.Optional;

/** How a run is, which is more than its row says: one that was killed cannot write that down. */
public final class RunState {
  public static final String RUNNING = "running";

  /** It gave no sign of life. */
  public static final String LOST = "lost";

  /** Handed to a runner whose jobs go on without the process that started them: nobody beats. */
  public static final String SUBMITTED = "submitted";

  /** A run that has given no sign of life for so long is lost, unless somebody says otherwise. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private RunState() {}

  /**
   * The state.
   *
   * @param kept what the row says
   * @param silent since the last sign of life; empty if there was none
   */
  public static String of(
      String kept, Optional<Duration> silent, String runner, Duration patience) {
    boolean alive = silent.filter(age -> age.compareTo(patience) <= 0).isPresent();
    if (!kept.equals(RUNNING) || alive) {
      return kept;
    }
    return isElsewhere(runner) ? SUBMITTED : LOST;
  }

  /** True for a runner whose jobs go on without the process that started them. */
  public static boolean isElsewhere(String runner) {
    return "dataflow".equals(runner);
  }
}
