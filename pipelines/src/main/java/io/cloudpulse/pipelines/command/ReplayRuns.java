package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.deadletters.KeptLetter;
import io.cloudpulse.pipelines.deadletters.LetterBox;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.ReplaySettings;
import io.cloudpulse.pipelines.move.ReportTable;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.pipelines.preflight.Forced;
import io.cloudpulse.pipelines.preflight.Preflight;
import io.cloudpulse.pipelines.replay.LetterDatasets;
import io.cloudpulse.pipelines.replay.Replay;
import io.cloudpulse.schemas.Dataset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** One replay for each dataset, one after the other, each with a report of its own. */
final class ReplayRuns {
  private final CommandLine command;
  private final boolean quiet;
  private final Forced forced;
  private final List<RunReport> reports = new ArrayList<>();

  ReplayRuns(CommandLine command, boolean quiet, Forced forced) {
    this.command = command;
    this.quiet = quiet;
    this.forced = forced;
  }

  /**
   * Runs them all.
   *
   * @throws io.cloudpulse.pipelines.flags.StoppedException before the first of them if one of the
   *     datasets is not known
   */
  void run(
      ReplaySettings settings, LetterBox box, List<KeptLetter> found, LetterDatasets datasets) {
    Map<String, List<KeptLetter>> letters = byDataset(found);
    Problems problems = new Problems();
    Map<String, Dataset> read = new TreeMap<>();
    for (String name : letters.keySet()) {
      datasets.named(name, problems).ifPresent(dataset -> read.put(name, dataset));
    }
    problems.stopIfAny();
    if (letters.isEmpty()) {
      say("There are no such dead letters to replay.\n");
    }
    read.forEach(
        (name, dataset) -> {
          MoveSettings move = settings.move(dataset, "dead letters");
          run(move, new Replay(move, box, letters.get(name), forced));
        });
  }

  /** A record that was only too late for its windows was stored: there is nothing to send again. */
  private static Map<String, List<KeptLetter>> byDataset(List<KeptLetter> letters) {
    return letters.stream()
        .filter(kept -> !kept.letter().getStep().equals("windows"))
        .collect(
            Collectors.groupingBy(
                kept -> kept.letter().getDataset(), TreeMap::new, Collectors.toList()));
  }

  private void run(MoveSettings settings, Replay replay) {
    Preflight preflight = replay.preflight();
    preflight.checkForced();
    preflight.stopIfRefused();
    if (!quiet) {
      ForceFlag.lines(preflight).forEach(command.getErr()::println);
    }
    Replay.Ended ended =
        replay.run(
            Terminal.progress(quiet, settings.dataset().name(), command.getErr()),
            Clock.systemUTC());
    reports.add(ended.report());
    say(ReportTable.of(ended.report()));
    say(
        "%-14s %,d replayed, %,d still open%n"
            .formatted("letters", ended.replayed(), ended.open()));
    RunEnding.of(ended.report(), settings)
        .map(told -> command.getColorScheme().errorText(told).toString())
        .ifPresent(command.getErr()::println);
  }

  /** Tells whoever did not ask for quiet. */
  void say(String text) {
    if (!quiet) {
      command.getOut().print(text);
      command.getOut().flush();
    }
  }

  /** Writes the report, or all of them if there are several. */
  void write(Path file) {
    ReportFile.write(reports.size() == 1 ? reports.get(0) : reports, file);
  }

  /** That of the one that ended worst. */
  int exitCode() {
    return reports.stream().mapToInt(RunReport::exitCode).max().orElse(ExitCode.DONE);
  }
}
