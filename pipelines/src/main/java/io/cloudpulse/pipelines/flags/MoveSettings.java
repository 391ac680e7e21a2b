package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a move is to do, every flag read and checked.
 *
 * @param glob which files are read
 * @param sinks addresses, at least one
 * @param deadLetters address; empty for the first sink's own place
 * @param maxRefused fraction of the records read, from 0 to 1
 * @param asOf when the data was true; empty for the file's own time
 * @param runnerArgs flags for Beam: the runner profile's, then the user's
 */
public record MoveSettings(
    Dataset dataset,
    String glob,
    List<SinkAddress> sinks,
    Optional<String> deadLetters,
    RunnerProfile runner,
    double maxRefused,
    Optional<Instant> asOf,
    boolean refuseUnknownColumns,
    List<String> runnerArgs) {

  /** The source as the user wrote it. */
  public String source() {
    return "files:" + glob;
  }

  /** Batch is the only mode that files have. */
  public String mode() {
    return "batch";
  }
}
