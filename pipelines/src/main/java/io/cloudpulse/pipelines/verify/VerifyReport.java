package io.cloudpulse.pipelines.verify;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.transforms.TargetState;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a comparison of sink and source came to.
 *
 * @param read records that the source has
 * @param refused those of them that are refused as they are read: no sink has them
 * @param matching rows that are in the sink as they must be
 * @param refusedBySink rows that the sink has not, for which it left a dead letter
 * @param notes what is left out of the comparison
 * @param missingRows the first of the missing ones; so for the other two
 */
@JsonPropertyOrder({"dataset", "source", "sink", "runner"})
public record VerifyReport(
    String dataset,
    String source,
    String sink,
    String runner,
    String asOf,
    double elapsedSeconds,
    long read,
    long refused,
    long matching,
    long missing,
    long extra,
    long different,
    long refusedBySink,
    List<String> notes,
    List<RowDifference> missingRows,
    List<RowDifference> extraRows,
    List<RowDifference> differentRows,
    int exitCode) {

  static VerifyReport of(
      Move move, TargetState target, Comparison found, DifferenceReader reader, Duration elapsed)
      throws IOException, SQLException {
    MoveSettings settings = move.settings();
    long differences =
        found.count(Verdict.MISSING) + found.count(Verdict.EXTRA) + found.count(Verdict.DIFFERENT);
    return new VerifyReport(
        settings.dataset().name(),
        settings.source().written(),
        settings.sinks().get(0).place(),
        settings.runner().name(),
        settings.asOf().map(Instant::toString).orElse(move.work().ownTime()),
        elapsed.toMillis() / 1000.0,
        found.read(),
        found.refused(),
        found.count(Verdict.MATCHING),
        found.count(Verdict.MISSING),
        found.count(Verdict.EXTRA),
        found.count(Verdict.DIFFERENT),
        found.count(Verdict.REFUSED),
        target.kind() == TargetState.Kind.LACKS ? target.details() : List.of(),
        reader.read(found.first(Verdict.MISSING)),
        reader.read(found.first(Verdict.EXTRA)),
        reader.read(found.first(Verdict.DIFFERENT)),
        differences == 0 ? ExitCode.DONE : ExitCode.UNBALANCED);
  }
}
