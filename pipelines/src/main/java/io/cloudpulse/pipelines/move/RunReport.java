package io.cloudpulse.pipelines.move;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.cloudpulse.pipelines.flags.ExitCode;
import java.util.List;
import java.util.Map;

/**
 * What a run came to. Maps are by sink, reason or counter, in the order of names.
 *
 * @param delivered records that each sink took, those that changed no row among them
 * @param superseded records that changed no row: it holds the same version, or a newer one; of
 *     sinks that tell it
 * @param refusedBySink records that the sink itself refused
 * @param counters what else was noticed: blank lines, corrections made, unknown fields
 * @param imbalance what does not add up; empty if all does
 */
@JsonPropertyOrder({"run", "dataset", "source", "sinks", "runner", "mode"})
public record RunReport(
    String run,
    String dataset,
    String source,
    List<String> sinks,
    String runner,
    String mode,
    String asOf,
    double elapsedSeconds,
    long rowsPerSecond,
    long read,
    long accepted,
    long refused,
    Map<String, Long> refusedByReason,
    Map<String, Long> delivered,
    Map<String, Long> superseded,
    Map<String, Long> refusedBySink,
    Map<String, Long> counters,
    List<String> notes,
    String deadLetters,
    long deadLettersKept,
    List<String> imbalance,
    int exitCode) {

  /** How the run ended: out of balance, with too many refused, or well. */
  public static int ending(List<String> imbalance, double refusedFraction, double most) {
    if (!imbalance.isEmpty()) {
      return ExitCode.UNBALANCED;
    }
    return refusedFraction > most ? ExitCode.TOO_MANY_REFUSED : ExitCode.DONE;
  }
}
