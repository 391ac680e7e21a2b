package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.move.Move;

/** A plan that somebody has looked at: a run may do that, and nothing else. */
public final class ApprovedPlan {
  private ApprovedPlan() {}

  /**
   * Lets a move through that does what was approved.
   *
   * @param flags as they were given, to be shown in a command to paste
   * @throws StoppedException if it would do anything else
   */
  public static void check(Move move, String approved, String flags) {
    String hash = PlanHash.of(move);
    if (!hash.equals(approved)) {
      throw StoppedException.because(
          ExitCode.PLAN_REFUSED,
          "--plan was \"%s\", but these flags and this dataset make plan %s: nothing was run.\n"
                  .formatted(approved, hash)
              + "To see what they would do: ./pulse plan "
              + flags
              + "\nIf that is what you want: ./pulse run --plan="
              + hash
              + " "
              + flags
              + "\nTo find the difference, compare it with the approved plan as JSON (--format=json)"
              + " under \"hashed\".");
    }
  }
}
