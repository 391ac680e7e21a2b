package io.cloudpulse.pipelines.flags;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say where dead letters are sent again. All texts, as those of a move. */
public final class ReplayFlags {
  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      description =
          "Where the dead letters are: postgres, jdbc:postgresql://host/db, files:<folder>,"
              + " kafka:<topic> or kafka://host:port/topic. Default: where a run with this sink"
              + " keeps them.")
  private String from;

  @Option(
      names = "--sink",
      paramLabel = "K[,K2]",
      description = "Where the records go: as for pulse run.")
  private String sink;

  @Option(
      names = "--ledger",
      paramLabel = "ADDRESS",
      description = "The PostgreSQL database that counts what a run does: as for pulse run.")
  private String ledger;

  @Option(
      names = "--runner",
      defaultValue = "flink",
      paramLabel = "RUNNER",
      description =
          "What runs the graph: flink or spark (each embedded, or a cluster), or direct"
              + " (default: ${DEFAULT-VALUE}).")
  private String runner;

  @Option(
      names = "--maxRefused",
      defaultValue = "0.05",
      paramLabel = "FRACTION",
      description =
          "Records refused again beyond this fraction fail the replay, exit 4; what landed stays"
              + " (default: ${DEFAULT-VALUE}).")
  private String maxRefused;

  @Option(
      names = "--asOf",
      paramLabel = "TIME",
      description = "When the data was true, for dead letters of old that do not say.")
  private String asOf;

  @Option(
      names = "--unknownColumns",
      defaultValue = "ignore",
      paramLabel = "POLICY",
      description =
          "JSON fields that no field reads: ignore (and report) or refuse"
              + " (default: ${DEFAULT-VALUE}).")
  private String unknownColumns;

  private List<String> others = List.of();

  /** As {@link MoveFlags#others(List)}. */
  public void others(List<String> given) {
    others = given;
  }

  Optional<String> from() {
    return Optional.ofNullable(from);
  }

  /** The same flags as those of a move whose source is at hand. */
  MoveFlags asMove() {
    MoveFlags move = new MoveFlags();
    move.sink = sink;
    move.ledger = ledger;
    move.runner = runner;
    move.deadLetters = from;
    move.maxRefused = maxRefused;
    move.asOf = asOf;
    move.unknownColumns = unknownColumns;
    move.others(others);
    return move;
  }
}
