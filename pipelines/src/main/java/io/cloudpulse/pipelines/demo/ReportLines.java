package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.move.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report in three lines: the demo shows many. */
final class ReportLines {
  private ReportLines() {}

  static List<String> of(RunReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "read %,d = accepted %,d + refused %,d   (%.1f s)"
            .formatted(
                report.read(), report.accepted(), report.refused(), report.elapsedSeconds()));
    lines.add("refused: " + named(report.refusedByReason()));
    report
        .delivered()
        .forEach(
            (sink, count) ->
                lines.add(
                    "delivered %,d to %s, of which %,d changed nothing"
                        .formatted(count, sink, report.superseded().getOrDefault(sink, 0L))));
    return lines;
  }

  private static String named(Map<String, Long> numbers) {
    return numbers.entrySet().stream()
        .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }
}
