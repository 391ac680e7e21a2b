package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.MoveRun;
import io.cloudpulse.pipelines.move.Progress;
import io.cloudpulse.pipelines.move.ReportTable;
import io.cloudpulse.pipelines.move.RunIds;
import io.cloudpulse.pipelines.move.RunReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse run}. */
@Command(
    name = "run",
    description = "Move a dataset from a source into sinks, and report what became of each record.",
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MoveFlags flags;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON too.")
  private Path report;

  @Option(names = "--quiet", description = "Print nothing but failures.")
  private boolean quiet;

  @Override
  public Integer call() {
    MoveSettings settings = MoveSettingsReader.read(flags);
    Move move = Move.prepare(settings, RunIds.next(Clock.systemUTC()));
    RunReport result = new MoveRun(move, "", Progress.none()).run();
    if (!quiet) {
      spec.commandLine().getOut().print(ReportTable.of(result));
      spec.commandLine().getOut().flush();
    }
    if (report != null) {
      ReportFile.write(result, report);
    }
    return result.exitCode();
  }
}
