package io.cloudpulse.pipelines.flags;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The flags that say what to move where. All texts: {@link MoveSettings} reads them, all at once.
 */
public final class MoveFlags {
  @Option(
      names = "--dataset",
      paramLabel = "D",
      description = "A shipped dataset (see pulse datasets), or the path of a dataset file.")
  String dataset;

  @Option(
      names = "--source",
      paramLabel = "S",
      description =
          "Where records come from: files:<glob> (.gz and .zst are read as they are),"
              + " kafka://host:port/topic, pubsub://project/subscription, jdbc:postgresql://host/db"
              + " or bigquery://project/dataset (the dataset's table); kafka:<topic> and postgres"
              + " for the servers of pulse up; archive:<folder> for what --archive kept (some hours"
              + " of it: archive:<folder>?from=2026-11-20T19&to=2026-11-21T00).")
  String source;

  @Option(
      names = "--sink",
      paramLabel = "K[,K2]",
      description =
          "Where they go: postgres and elasticsearch (those of pulse up),"
              + " jdbc:postgresql://host/db, elasticsearch://host:port,"
              + " bigquery://project/dataset.")
  String sink;

  @Option(
      names = "--mode",
      paramLabel = "batch|streaming",
      description = "batch (what files are read as) or streaming (what Kafka and Pub/Sub are).")
  String mode;

  @Option(
      names = "--ledger",
      paramLabel = "ADDRESS",
      description =
          "The PostgreSQL database that counts what a run does."
              + " Default: the first PostgreSQL sink, else the one of pulse up.")
  String ledger;

  @Option(
      names = "--runner",
      defaultValue = "flink",
      paramLabel = "RUNNER",
      description =
          "What runs the graph: flink or spark (each embedded, or a cluster), direct or dataflow"
              + " (default: ${DEFAULT-VALUE}).")
  String runner;

  @Option(
      names = "--deadLetters",
      paramLabel = "ADDRESS",
      description =
          "Where refused records go: files:<folder>, kafka:<topic>, kafka://host:port/topic,"
              + " pubsub://project/topic, postgres or jdbc:postgresql://host/db."
              + " Default: table pulse.dead_letters in the first PostgreSQL sink, else files.")
  String deadLetters;

  @Option(
      names = "--archive",
      paramLabel = "ADDRESS",
      description =
          "Keeps every record as it came, accepted or refused, in files:<folder> (also of a bucket:"
              + " files:gs://bucket/folder, files:s3://bucket/folder); --source=archive:<folder>"
              + " reads them again.")
  String archive;

  @Option(
      names = "--maxRefused",
      defaultValue = "0.05",
      paramLabel = "FRACTION",
      description =
          "Refused records beyond this fraction fail the run, exit 4 (default: ${DEFAULT-VALUE}).")
  String maxRefused;

  @Option(
      names = "--asOf",
      paramLabel = "TIME",
      description =
          "When the data was true, for datasets whose records do not say: the later wins.")
  String asOf;

  @Option(
      names = "--unknownColumns",
      defaultValue = "ignore",
      paramLabel = "ignore|refuse",
      description =
          "Columns that no field reads: ignore (and report) or refuse (default: ${DEFAULT-VALUE}).")
  String unknownColumns;

  @Mixin StreamFlags stream = new StreamFlags();
  @Mixin DataflowFlags dataflow = new DataflowFlags();
  @Mixin WindowFlags windows = new WindowFlags();
  @Mixin MigrationFlags migration = new MigrationFlags();
  @Mixin WarehouseFlags warehouse = new WarehouseFlags();
  @Mixin StackFlags stack = new StackFlags();

  private List<String> others = List.of();

  /** What is none of these: flags of the runner, or mistakes. The command line sets it. */
  public void others(List<String> given) {
    others = given;
  }

  List<String> others() {
    return others;
  }

  /**
   * Takes what was not given from a stack, if one is named. What was given holds.
   *
   * @return the problems, with those of the stack's outputs
   */
  public Problems takeFromStack(Problems problems) {
    Map<String, String> told = stack.read(problems);
    sink = sink == null ? told.get("sink") : sink;
    ledger = ledger == null ? told.get("ledger") : ledger;
    deadLetters = deadLetters == null ? told.get("deadLetters") : deadLetters;
    if (RunnerProfile.isElsewhere(runner)) {
      Stream<String> missing =
          StackFlags.OF_THE_RUNNER.stream()
              .filter(flag -> told.containsKey(flag) && other(flag).isEmpty())
              .map(flag -> "--" + flag + "=" + told.get(flag));
      others = Stream.concat(others.stream(), missing).toList();
    }
    return problems;
  }

  /** What the runner itself is told: a flag's value, if it is given. */
  Optional<String> other(String flag) {
    String start = "--" + flag + "=";
    return others.stream()
        .filter(other -> other.startsWith(start) && other.length() > start.length())
        .map(other -> other.substring(start.length()))
        .findFirst();
  }

  /** The runner's name, which may be none. */
  public String runner() {
    return runner;
  }

  /** What the runner is to be told, in the words of Beam. */
  List<String> forRunner() {
    return Stream.concat(dataflow.forBeam().stream(), others.stream()).toList();
  }
}
