package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.generate.GeneratedFile;
import io.cloudpulse.pipelines.generate.Impossible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code pulse generate}. */
@Command(
    name = "generate",
    description = "Write seeded data with known dirt, and beside it what a reader must find.",
    mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GenerateFlags flags;
  @Unmatched private List<String> unknown = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    GenerateFlags.Settings settings = flags.settings(unknown, spec.commandLine());
    try {
      Expected expected = GeneratedFile.write(settings.recipe(), settings.out());
      spec.commandLine().getOut().println(summary(expected, settings));
      return ExitCode.DONE;
    } catch (Impossible asked) {
      // What was asked for contradicts the dataset: other flags would do.
      throw new ParameterException(spec.commandLine(), asked.getMessage(), asked);
    }
  }

  private static String summary(Expected expected, GenerateFlags.Settings settings) {
    return String.format(
        Locale.ROOT,
        "%s: %,d records (%,d good, of which %,d repeated, and %,d bad); what to expect: %s",
        settings.out(),
        expected.records(),
        expected.good(),
        expected.duplicates(),
        expected.bad(),
        GeneratedFile.expectedBeside(settings.out()));
  }
}
