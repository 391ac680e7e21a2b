package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.DatabaseAddress;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Enrichment;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.postgres.PostgresSink;
import java.util.List;

/** Says before a job starts that the table is missing in which it would look rows up. */
final class LookedUpTable {
  private LookedUpTable() {}

  /** What refuses the run; a database that does not answer is told of where sinks are prepared. */
  static List<String> problems(MoveSettings settings) {
    if (settings.ledger().trouble().isPresent()) {
      return List.of();
    }
    return settings.dataset().enrichment().map(Enrichment::from).stream()
        .flatMap(from -> problems(from, settings.ledger()).stream())
        .toList();
  }

  private static List<String> problems(Dataset from, DatabaseAddress database) {
    TargetState state = PostgresSink.of(from, database.database(), "").inspect();
    return switch (state.kind()) {
      case MISSING ->
          List.of(
              "%s is not loaded in %s: ./pulse run --dataset=%s --source=files:... --sink=%s"
                  .formatted(
                      from.name(), database.database().place(), from.name(), database.written()));
      case UNFIT ->
          state.details().stream()
              .map(
                  detail ->
                      "%s in %s: %s".formatted(from.name(), database.database().place(), detail))
              .toList();
      case FITS, GROWS, LACKS, UNREACHABLE -> List.of();
    };
  }
}
