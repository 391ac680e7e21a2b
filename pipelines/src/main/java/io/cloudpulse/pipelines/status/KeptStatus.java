package io.cloudpulse.pipelines.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.pipelines.live.LiveJson;
import io.cloudpulse.pipelines.live.LiveStatus;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Finds where a run stands in what is kept of it: its report, if it has ended, or its heartbeat.
 */
final class KeptStatus {
  private KeptStatus() {}

  static LiveStatus of(JsonNode row) {
    LiveStatus live = read(row.path("live"), LiveStatus.class);
    RunReport report = read(row.path("report"), RunReport.class);
    if (report != null) {
      return ended(row, report, live);
    }
    return live == null ? begun(row) : live;
  }

  private static <T> @Nullable T read(JsonNode json, Class<T> type) {
    return json.isObject() ? LiveJson.MAPPER.convertValue(json, type) : null;
  }

  /** The report's counts are the last word. */
  private static LiveStatus ended(JsonNode row, RunReport report, @Nullable LiveStatus live) {
    Map<String, SinkTotals> sinks = new TreeMap<>();
    report
        .delivered()
        .forEach(
            (sink, delivered) ->
                sinks.put(
                    sink,
                    new SinkTotals(
                        delivered,
                        report.refusedBySink().getOrDefault(sink, 0L),
                        report.superseded().getOrDefault(sink, 0L))));
    return new LiveStatus(
        time(row, "finished_at"),
        report.run(),
        report.dataset(),
        (long) report.elapsedSeconds(),
        report.read(),
        report.accepted(),
        report.refused(),
        report.refusedByReason(),
        sinks,
        null,
        report.rowsPerSecond(),
        live == null ? null : live.round(),
        live == null ? List.of() : live.partitions(),
        live == null ? null : live.process());
  }

  private static LiveStatus begun(JsonNode row) {
    return new LiveStatus(
        time(row, "started_at"),
        row.path("run").asText(),
        row.path("dataset").asText(),
        0,
        0,
        0,
        0,
        Map.of(),
        Map.of(),
        null,
        0,
        null,
        List.of(),
        null);
  }

  private static Instant time(JsonNode row, String name) {
    return LiveJson.MAPPER.convertValue(row.path(name), Instant.class);
  }
}
