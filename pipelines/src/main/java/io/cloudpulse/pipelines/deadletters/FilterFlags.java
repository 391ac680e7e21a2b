package io.cloudpulse.pipelines.deadletters;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the dead letters that a command is about have in common. */
public final class FilterFlags {
  @Option(names = "--dataset", paramLabel = "D", description = "Only those of a dataset.")
  private Optional<String> dataset;

  @Option(names = "--run", paramLabel = "R", description = "Only those that a run left last.")
  private Optional<String> run;

  @Option(names = "--reason", paramLabel = "REASON", description = "Only those with a reason.")
  private Optional<String> reason;

  @Option(
      names = "--step",
      paramLabel = "STEP",
      description = "Only those that a step refused: read, or a sink's, as list shows it.")
  private Optional<String> step;

  /**
   * The filter.
   *
   * @param statuses any of these; empty for all
   * @param ids beginnings of ids; empty for all
   */
  public LetterFilter filter(List<String> statuses, List<String> ids) {
    return new LetterFilter(dataset, run, reason, step, statuses, ids);
  }
}
