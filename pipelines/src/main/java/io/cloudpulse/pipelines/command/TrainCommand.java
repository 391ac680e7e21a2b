package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.flags.TrainFlags;
import io.cloudpulse.pipelines.flags.TrainSettings;
import io.cloudpulse.pipelines.flags.TrainSettingsReader;
import io.cloudpulse.pipelines.move.ReportTable;
import io.cloudpulse.pipelines.move.RunIds;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.pipelines.train.ExampleFiles;
import io.cloudpulse.pipelines.train.Training;
import io.cloudpulse.transforms.likelihood.ModelCard;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse train}. */
@Command(
    name = "train",
    description =
        "Fit a model that says how likely a session goes on to a purchase, and let it be used.",
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TrainFlags flags;

  @Option(names = "--quiet", description = "Print nothing but failures.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    TrainSettings settings = TrainSettingsReader.read(flags, ParseProblems.of(spec));
    Clock clock = Clock.systemUTC();
    try (ExampleFiles files = ExampleFiles.create()) {
      Training training = new Training(settings, files, RunIds.next(clock));
      training.preflight().stopIfRefused();
      RunReport report =
          training.read(
              Terminal.progress(
                  quiet, settings.move().dataset().name(), spec.commandLine().getErr()));
      say(ReportTable.of(report));
      if (report.exitCode() != ExitCode.DONE) {
        return failed(report, settings);
      }
      ModelCard card = training.fit(clock.instant());
      say(CardTable.of(card, settings.folder()));
      return ExitCode.DONE;
    }
  }

  private int failed(RunReport report, TrainSettings settings) {
    String why = RunEnding.of(report, settings.move()).orElse("");
    throw StoppedException.because(report.exitCode(), why + "\nNo model was published.");
  }

  private void say(String text) {
    if (!quiet) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    }
  }
}
