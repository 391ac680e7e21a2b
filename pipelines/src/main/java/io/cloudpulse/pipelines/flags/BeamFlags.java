package io.cloudpulse.pipelines.flags;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** Checks flags that are none of ours: they must be the runner's. */
final class BeamFlags {
  private BeamFlags() {}

  static void check(List<String> flags, Problems problems) {
    for (String flag : flags) {
      if (!flag.startsWith("--")) {
        problems.add(
            "\""
                + flag
                + "\" stands alone, but a flag must be --name=value. See: ./pulse run --help");
        continue;
      }
      try {
        PipelineOptionsFactory.fromArgs(flag).create();
      } catch (IllegalArgumentException refused) {
        problems.add(told(flag, firstLine(refused.getMessage())));
      }
    }
  }

  private static String told(String flag, String why) {
    if (!why.contains("missing a property named")) {
      return flag + " is a flag of the runner, which does not take that value: " + why;
    }
    List<String> near =
        new UnmatchedArgumentException(new CommandLine(new MoveFlags()), List.of(flag))
            .getSuggestions();
    return flag
        + " is no flag of this command nor of the runner."
        + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?")
        + " See: ./pulse run --help";
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
