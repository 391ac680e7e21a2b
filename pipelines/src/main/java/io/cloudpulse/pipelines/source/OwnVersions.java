package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.transforms.postgres.KeptPosition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What holds of a table as a source, whatever system it is in: its rows carry versions, or the
 * flags say when they were true.
 *
 * @param versioned whether they carry them
 */
record OwnVersions(MoveSettings settings, boolean versioned) {
  /** What orders the versions. */
  static final String OWN_TIME = "the rows' own versions";

  /** What refuses the run. */
  List<String> problems() {
    boolean told = settings.asOf().isPresent();
    if (versioned && told) {
      return List.of("--asOf says when data was true, but the rows of this table have versions");
    }
    if (!versioned && !told && settings.dataset().version().isEmpty()) {
      return List.of(
          "the table has no column _version, and dataset %s no version field: say when the rows"
                  .formatted(settings.dataset().name())
              + " were true, as in --asOf=2026-01-31T00:00:00Z");
    }
    return List.of();
  }

  /** The job whose runs an incremental run goes on from; it was never moved. */
  KeptPosition job(String source) {
    String sinks =
        settings.sinks().stream().map(SinkAddress::place).sorted().collect(Collectors.joining(","));
    return new KeptPosition(settings.dataset().name(), source, sinks, "");
  }
}
