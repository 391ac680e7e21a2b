package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.deadletters.FilterFlags;
import io.cloudpulse.pipelines.deadletters.KeptLetter;
import io.cloudpulse.pipelines.deadletters.LetterBox;
import io.cloudpulse.pipelines.deadletters.LetterFilter;
import io.cloudpulse.pipelines.deadletters.LetterIds;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.ReplayFlags;
import io.cloudpulse.pipelines.flags.ReplaySettings;
import io.cloudpulse.pipelines.replay.LetterDatasets;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.LetterClosing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
  @Mixin private ForceFlag force;

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
    LetterFilter narrowed =
        datasets.corrected().map(only -> narrowed(filter, only, problems)).orElse(filter);
    ReplaySettings settings = MoveSettingsReader.read(flags, problems);
    JobFiles.setUp(PipelineOptionsFactory.create());
    LetterBox box = DeadLetterAddress.of(settings).open();
    List<KeptLetter> letters = box.leastTried(narrowed, MOST);
    ReplayRuns runs = new ReplayRuns(spec.commandLine(), quiet, force.forced());
    runs.run(settings, box, letters, datasets);
    if (letters.size() == MOST) {
      runs.say("These were the first %,d. For the others: the same again%n".formatted(MOST));
    }
    if (report != null) {
      runs.write(report);
    }
    return runs.exitCode();
  }

  private static LetterFilter narrowed(LetterFilter filter, Dataset only, Problems problems) {
    if (filter.dataset().filter(asked -> !asked.equals(only.name())).isPresent()) {
      problems.flag(
          "dataset", filter.dataset().get(), "that of --datasetFile, " + only.name(), only.name());
    }
    return filter.withDataset(only.name());
  }
}
