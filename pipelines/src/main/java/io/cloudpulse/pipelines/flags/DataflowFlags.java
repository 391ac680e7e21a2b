package io.cloudpulse.pipelines.flags;

import java.util.List;
import picocli.CommandLine.Option;

/** The flags of a job on Dataflow that Beam has no name of its own for, as texts. */
public final class DataflowFlags {
  private static final String AT_LEAST_ONCE = "at-least-once";
  private static final List<String> MODES = List.of("exactly-once", AT_LEAST_ONCE);

  @Option(
      names = "--streamingMode",
      paramLabel = "exactly-once|at-least-once",
      description =
          "How Dataflow hands a stream's records on: exactly-once (its default), or at-least-once,"
              + " which costs less and gives the same rows, for sinks take a row twice as once."
              + " Windows need the first.")
  String streamingMode;

  /** As Beam knows them. */
  List<String> forBeam() {
    return AT_LEAST_ONCE.equals(streamingMode)
        ? List.of("--dataflowServiceOptions=streaming_mode_at_least_once")
        : List.of();
  }

  /**
   * Looks at them.
   *
   * @param windows whether records are summed up: a sum would count twice what comes twice
   */
  void check(String runner, boolean windows, Problems problems) {
    if (streamingMode == null) {
      return;
    }
    if (!MODES.contains(streamingMode)) {
      problems.flag("streamingMode", streamingMode, String.join(" or ", MODES), AT_LEAST_ONCE);
    }
    if (AT_LEAST_ONCE.equals(streamingMode) && windows) {
      problems.flag(
          "streamingMode",
          streamingMode,
          "exactly-once for windows, which count what comes twice twice (or: --aggregates=off)",
          "exactly-once");
    }
    if (!RunnerProfile.isElsewhere(runner)) {
      problems.flag(
          "streamingMode", streamingMode, "left out but for --runner=dataflow", AT_LEAST_ONCE);
    }
  }
}
