package io.cloudpulse.pipelines.flags;

import java.util.List;
import picocli.CommandLine.Option;

/** The flags that say what a model is fitted to. All texts, as those of a move. */
public final class TrainFlags {
  @Option(
      names = "--dataset",
      paramLabel = "D",
      description =
          "What the examples are made of: activity.events (each moment of each session, for pulse"
              + " run --model) or activity.sessions (whole visits).")
  private String dataset;

  @Option(
      names = "--source",
      paramLabel = "S",
      description =
          "Where the records come from: as for pulse run, read to the end there is now;"
              + " no subscription.")
  private String source;

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description =
          "Where the model goes: a folder, also of a bucket (gs://bucket/folder). It gets a folder"
              + " of its own in it, and the file current names it.")
  String model;

  @Option(
      names = "--split",
      paramLabel = "FRACTION",
      description =
          "Which part of the time the model is fitted to; it is measured on sessions that begin"
              + " later. Of activity.events alone. Default: 0.8.")
  String split;

  @Option(
      names = "--testEvery",
      paramLabel = "N",
      description =
          "The model is measured on each Nth record of a file, and fitted to the others. Of"
              + " activity.sessions alone, which tell no time. Default: 5.")
  String testEvery;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same data and seed give the same model (default: ${DEFAULT-VALUE}).")
  String seed;

  @Option(
      names = "--sessionGap",
      defaultValue = "PT30M",
      paramLabel = "DURATION",
      description =
          "A user silent for so long ends a session; as the run has it that uses the model"
              + " (default: ${DEFAULT-VALUE}).")
  String sessionGap;

  @Option(
      names = "--ledger",
      paramLabel = "ADDRESS",
      description =
          "The PostgreSQL database that counts what is read. Default: the one of pulse up.")
  private String ledger;

  @Option(
      names = "--runner",
      defaultValue = "flink",
      paramLabel = "RUNNER",
      description =
          "What makes the examples: flink, spark or direct, in this process"
              + " (default: ${DEFAULT-VALUE}).")
  private String runner;

  @Option(
      names = "--deadLetters",
      paramLabel = "ADDRESS",
      description = "Where refused records go: as for pulse run. Default: files.")
  private String deadLetters;

  @Option(
      names = "--maxRefused",
      defaultValue = "0.05",
      paramLabel = "FRACTION",
      description =
          "Refused records beyond this fraction leave no model, exit 4 (default:"
              + " ${DEFAULT-VALUE}).")
  private String maxRefused;

  private List<String> others = List.of();

  /** As {@link MoveFlags#others(List)}. */
  public void others(List<String> given) {
    others = given;
  }

  /** The same flags as those of a move to nowhere. */
  MoveFlags asMove() {
    MoveFlags move = new MoveFlags();
    move.dataset = dataset;
    move.source = source;
    move.ledger = ledger;
    move.runner = runner;
    move.deadLetters = deadLetters;
    move.maxRefused = maxRefused;
    move.unknownColumns = "ignore";
    move.others(others);
    return move;
  }
}
