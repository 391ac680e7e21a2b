package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.deadletters.FilterFlags;
import io.cloudpulse.pipelines.deadletters.KeptLetter;
import io.cloudpulse.pipelines.deadletters.LetterBox;
import io.cloudpulse.pipelines.deadletters.LetterFilter;
import io.cloudpulse.pipelines.deadletters.LetterIds;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.ReplayFlags;
import io.cloudpulse.pipelines.flags.ReplaySettings;
import io.cloudpulse.pipelines.move.ReportTable;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.pipelines.replay.LetterDatasets;
import io.cloudpulse.pipelines.replay.Replay;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.LetterClosing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse dead-letters replay}. */
@Command(
    name = "replay",
    description =
        "Send the original bytes of refused records through the same graph again, and close those"
            + " that are not refused again.",
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  /** They travel with the job. */
  private static final int MOST = 50_000;

  @Spec private CommandSpec spec;
  @Mixin private ReplayFlags flags;
  @Mixin private FilterFlags filters;

  @Option(
      names = "--datasetFile",
      paramLabel = "PATH",
      description = "A corrected dataset to read them as, of the same name. Default: the shipped.")
  private Optional<String> datasetFile;

  @Option(names = "--again", description = "Those that were replayed before, too.")
  private boolean again;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON too.")
  private Path report;

  @Option(names = "--quiet", description = "Print nothing but failures.")
  private boolean quiet;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Beginnings of ids: only these.")
  private List<String> ids;

  @Override
  public Integer call() {
    Problems problems = ParseProblems.of(spec);
    List<String> statuses =
        again ? List.of(LetterFilter.OPEN, LetterClosing.REPLAYED) : List.of(LetterFilter.OPEN);
    LetterFilter filter = filters.filter(statuses, LetterIds.of(ids, problems));
    LetterDatasets datasets = LetterDatasets.of(datasetFile, problems);
    ReplaySettings settings = MoveSettingsReader.read(flags, problems);
    LetterFilter narrowed =
        datasets.corrected().map(only -> narrowed(filter, only, problems)).orElse(filter);
    problems.stopIfAny();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    LetterBox box = DeadLetterAddress.of(settings).open();
    List<KeptLetter> letters = box.leastTried(narrowed, MOST);
    return replay(settings, box, byDataset(letters), datasets);
  }

  private static LetterFilter narrowed(LetterFilter filter, Dataset only, Problems problems) {
    if (filter.dataset().filter(asked -> !asked.equals(only.name())).isPresent()) {
      problems.flag(
          "dataset", filter.dataset().get(), "that of --datasetFile, " + only.name(), only.name());
    }
    return filter.withDataset(only.name());
  }

  /** A record that was only too late for its windows was stored: there is nothing to send again. */
  private static Map<String, List<KeptLetter>> byDataset(List<KeptLetter> letters) {
    return letters.stream()
        .filter(kept -> !kept.letter().getStep().equals("windows"))
        .collect(
            Collectors.groupingBy(
                kept -> kept.letter().getDataset(), TreeMap::new, Collectors.toList()));
  }

  private int replay(
      ReplaySettings settings,
      LetterBox box,
      Map<String, List<KeptLetter>> letters,
      LetterDatasets datasets) {
    Problems problems = new Problems();
    Map<String, Dataset> read = new TreeMap<>();
    for (String name : letters.keySet()) {
      datasets.named(name, problems).ifPresent(dataset -> read.put(name, dataset));
    }
    problems.stopIfAny();
    if (letters.isEmpty()) {
      say("There are no such dead letters to replay.\n");
    }
    List<RunReport> reports = new ArrayList<>();
    read.forEach(
        (name, dataset) -> {
          MoveSettings move = settings.move(dataset, "dead letters");
          reports.add(replay(move, box, letters.get(name)));
        });
    if (report != null) {
      ReportFile.write(reports.size() == 1 ? reports.get(0) : reports, report);
    }
    return reports.stream().mapToInt(RunReport::exitCode).max().orElse(ExitCode.DONE);
  }

  private RunReport replay(MoveSettings settings, LetterBox box, List<KeptLetter> letters) {
    PrintWriter err = spec.commandLine().getErr();
    Replay.Ended ended =
        new Replay(settings, box, letters)
            .run(Terminal.progress(quiet, settings.dataset().name(), err), Clock.systemUTC());
    say(ReportTable.of(ended.report()));
    say(
        "%-14s %,d replayed, %,d still open%n"
            .formatted("letters", ended.replayed(), ended.open()));
    RunEnding.of(ended.report(), settings)
        .ifPresent(
            told -> err.println(spec.commandLine().getColorScheme().errorText(told).toString()));
    return ended.report();
  }

  private void say(String text) {
    if (!quiet) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    }
  }
}
