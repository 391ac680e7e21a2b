package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.DataflowCheck;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.metrics.RunLabels;
import io.cloudpulse.pipelines.move.Handover;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.MoveLaunch;
import io.cloudpulse.pipelines.move.MoveRun;
import io.cloudpulse.pipelines.move.RunIds;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.pipelines.plan.ApprovedPlan;
import io.cloudpulse.pipelines.preflight.Preflight;
import io.cloudpulse.pipelines.rounds.RoundRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
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
  @Mixin private SeeingFlags seeing;
  @Mixin private ForceFlag force;

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

  @Mixin private WaitFlag waiting;

  @Override
  public Integer call() {
    seeing.prepare(spec.commandLine());
    Problems problems = flags.takeFromStack(ParseProblems.of(spec));
    OptionalInt metrics = seeing.check(problems);
    boolean waits = waiting.check(flags, metrics.isPresent() || report != null, problems);
    DataflowCheck.check(flags, waits, problems);
    MoveSettings settings = MoveSettingsReader.read(flags, problems);
    String run = RunIds.of(settings, Clock.systemUTC());
    try (RunView view = view(settings, run).open(metrics)) {
      Move move = Move.prepare(settings, run).forcing(force.forced());
      if (!plan.isEmpty()) {
        ApprovedPlan.check(move, plan, flagsButPlan());
      }
      check(move.preflight());
      Optional<RunReport> early = settings.history().flatMap(before -> load(before, move));
      if (early.isPresent()) {
        return ended(early.get(), settings);
      }
      if (!waits) {
        view.launched(new MoveLaunch(move, plan).launch());
        return ExitCode.DONE;
      }
      RunReport result = moving(move, view).run();
      view.ended(result);
      if (report != null) {
        ReportFile.write(result, report);
      }
      return ended(result, settings);
    }
  }

  private void check(Preflight preflight) {
    preflight.checkForced();
    preflight.stopIfRefused();
    if (!quiet) {
      ForceFlag.lines(preflight).forEach(spec.commandLine().getErr()::println);
    }
  }

  private MoveRun moving(Move move, RunView view) {
    return move.settings().rounds().isPresent()
        ? new MoveRun(move, plan, view.watchers(), new RoundRun(move))
        : new MoveRun(move, plan, view.watchers());
  }

  /** Loads the history of a stream; its report, if the stream is not to start for it. */
  private Optional<RunReport> load(MoveSettings history, Move stream) {
    Handover handover = new Handover(stream);
    RunView view = view(history, handover.run()).open(OptionalInt.empty());
    Optional<RunReport> loaded = handover.load(view.watchers());
    loaded.ifPresent(view::ended);
    return loaded.filter(result -> result.exitCode() != ExitCode.DONE);
  }

  private int ended(RunReport result, MoveSettings settings) {
    RunEnding.of(result, settings)
        .ifPresent(message -> spec.commandLine().getErr().println(colored(message)));
    return result.exitCode();
  }

  private String colored(String message) {
    return spec.commandLine().getColorScheme().errorText(message).toString();
  }

  private RunView view(MoveSettings settings, String run) {
    RunLabels labels =
        new RunLabels(
            run,
            settings.dataset().name(),
            settings.source().written(),
            settings.runner().name(),
            settings.mode());
    return new RunView(labels, style(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private RunView.Style style() {
    if (quiet) {
      return RunView.Style.QUIET;
    }
    if (seeing.json()) {
      return RunView.Style.JSON;
    }
    return Terminal.isThere() ? RunView.Style.TERMINAL : RunView.Style.TEXT;
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
