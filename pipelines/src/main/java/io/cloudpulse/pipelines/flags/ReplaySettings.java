package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.SchemaPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a replay is to do, every flag read and checked: what {@link MoveSettings} has, but for the
 * dataset, which the dead letters name.
 *
 * @param from address of the dead letters; empty for where a move to these sinks keeps them
 */
public record ReplaySettings(
    List<SinkAddress> sinks,
    DatabaseAddress ledger,
    Optional<String> from,
    RunnerProfile runner,
    double maxRefused,
    Optional<Instant> asOf,
    boolean refuseUnknownColumns,
    List<String> runnerArgs) {

  /**
   * The settings of the move that sends the letters of one dataset.
   *
   * @param source what the report calls the letters
   */
  public MoveSettings move(Dataset dataset, String source) {
    return new MoveSettings(
        dataset,
        new SourceAddress.Letters(source),
        sinks,
        ledger,
        from,
        Optional.empty(),
        runner,
        maxRefused,
        asOf,
        refuseUnknownColumns,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        SchemaPolicy.REFUSE,
        runnerArgs);
  }
}
