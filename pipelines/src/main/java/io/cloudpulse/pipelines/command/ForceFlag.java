package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.preflight.Forced;
import io.cloudpulse.pipelines.preflight.Preflight;
import java.util.List;
import picocli.CommandLine.Option;

/** The flag that lets steps run that the runner is said not to be able to. */
final class ForceFlag {
  @Option(
      names = "--force",
      split = ",",
      paramLabel = "STEP",
      description =
          "Run these steps although the runner is said not to be able to (see pulse plan)."
              + " May be given several times.")
  private List<String> steps = List.of();

  Forced forced() {
    return new Forced(steps.stream().map(String::strip).toList());
  }

  /** A line for each thing that is forced, for whoever starts the run. */
  static List<String> lines(Preflight preflight) {
    return preflight.forcedThrough().stream()
        .map(verdict -> "forced: " + verdict.sentence())
        .toList();
  }
}
