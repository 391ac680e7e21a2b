package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.DataflowCheck;
import io.cloudpulse.pipelines.flags.FlinkCluster;
import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.move.RunIds;
import io.cloudpulse.pipelines.verify.Verification;
import io.cloudpulse.pipelines.verify.VerifyReport;
import io.cloudpulse.pipelines.verify.VerifyTable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse verify}. */
@Command(
    name = "verify",
    description = "Recompute what must be in a sink, and show missing, extra and different rows.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MoveFlags flags;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON too.")
  private Path report;

  @Option(names = "--quiet", description = "Print nothing but failures.")
  private boolean quiet;

  @Override
  public Integer call() {
    Problems problems = flags.takeFromStack(ParseProblems.of(spec));
    DataflowCheck.refuse(flags.runner(), problems);
    FlinkCluster.refuse(flags, problems);
    Verification verification =
        Verification.prepare(
            MoveSettingsReader.read(flags, problems), RunIds.next(Clock.systemUTC()));
    VerifyReport result = verification.run();
    if (!quiet) {
      spec.commandLine().getOut().print(VerifyTable.of(result));
      spec.commandLine().getOut().flush();
    }
    if (report != null) {
      ReportFile.write(result, report);
    }
    return result.exitCode();
  }
}
