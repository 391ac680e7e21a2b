package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.activity.ActivityWindows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a move is to do, every flag read and checked.
 *
 * @param sinks addresses, at least one
 * @param ledger the database that counts what a run does
 * @param deadLetters address; empty for the first database's own place
 * @param maxRefused fraction of the records read, from 0 to 1
 * @param asOf when the data was true; empty for what its source says
 * @param stream how a stream is read; empty for a batch
 * @param windows how events are summed up; empty if they are not
 * @param runnerArgs flags for Beam: the runner profile's, then the user's
 */
public record MoveSettings(
    Dataset dataset,
    SourceAddress source,
    List<SinkAddress> sinks,
    DatabaseAddress ledger,
    Optional<String> deadLetters,
    RunnerProfile runner,
    double maxRefused,
    Optional<Instant> asOf,
    boolean refuseUnknownColumns,
    Optional<StreamSettings> stream,
    Optional<ActivityWindows> windows,
    List<String> runnerArgs) {

  public String mode() {
    return stream.isPresent() ? "streaming" : "batch";
  }
}
