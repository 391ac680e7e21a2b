package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.move.Handover;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.MoveRun;
import io.cloudpulse.pipelines.move.Progress;
import io.cloudpulse.pipelines.move.ReportTable;
import io.cloudpulse.pipelines.move.RunIds;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.pipelines.plan.ApprovedPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  @Option(
      names = "--plan",
      paramLabel = "HASH",
      defaultValue = "",
      description = "Run only what has this hash (see pulse plan); refuse anything else (exit 3).")
  private String plan;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON too.")
  private Path report;

  @Option(names = "--quiet", description = "Print nothing but failures.")
  private boolean quiet;

  @Override
  public Integer call() {
    MoveSettings settings = MoveSettingsReader.read(flags, ParseProblems.of(spec));
    Move move = Move.prepare(settings, RunIds.of(settings, Clock.systemUTC()));
    if (!plan.isEmpty()) {
      ApprovedPlan.check(move, plan, flagsButPlan());
    }
    if (settings.history().isPresent()) {
      Optional<RunReport> loaded = new Handover(move, () -> progress(settings)).load();
      loaded.ifPresent(this::show);
      if (loaded.isPresent() && loaded.get().exitCode() != ExitCode.DONE) {
        return ended(loaded.get(), settings);
      }
    }
    RunReport result = new MoveRun(move, plan, progress(settings)).run();
    show(result);
    if (report != null) {
      ReportFile.write(result, report);
    }
    return ended(result, settings);
  }

  private void show(RunReport result) {
    if (!quiet) {
      spec.commandLine().getOut().print(ReportTable.of(result));
      spec.commandLine().getOut().flush();
    }
  }

  private int ended(RunReport result, MoveSettings settings) {
    RunEnding.of(result, settings)
        .ifPresent(message -> spec.commandLine().getErr().println(colored(message)));
    return result.exitCode();
  }

  private String colored(String message) {
    return spec.commandLine().getColorScheme().errorText(message).toString();
  }

  private Progress progress(MoveSettings settings) {
    return Terminal.progress(quiet, settings.dataset().name(), spec.commandLine().getErr());
  }

  private String flagsButPlan() {
    return spec.commandLine().getParseResult().originalArgs().stream()
        .filter(flag -> flag.startsWith("--") && !flag.startsWith("--plan="))
        .map(RunCommand::forShell)
        .collect(Collectors.joining(" "));
  }

  private static String forShell(String flag) {
    return flag.matches("[\\w%+=:,./-]+") ? flag : "'" + flag.replace("'", "'\\''") + "'";
  }
}
