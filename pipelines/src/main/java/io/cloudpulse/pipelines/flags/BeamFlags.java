package io.cloudpulse.pipelines.flags;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Checks flags that are none of ours: they must be the runner's. */
final class BeamFlags {
  private BeamFlags() {}

  static void check(List<String> flags, Problems problems) {
    for (String flag : flags) {
      try {
        PipelineOptionsFactory.fromArgs(flag).create();
      } catch (IllegalArgumentException unknown) {
        problems.add(
            flag
                + " is no flag of this command nor of the runner: "
                + firstLine(unknown.getMessage())
                + " See: ./pulse run --help");
      }
    }
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
