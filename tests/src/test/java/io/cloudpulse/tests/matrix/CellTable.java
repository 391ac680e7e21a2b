package io.cloudpulse.tests.matrix;

import java.util.List;

/**
 * The table of all cells: a line for each place, mode and source, a column for each sink.
 *
 * @param sinks that there were: the cells of others were skipped
 */
record CellTable(Results results, List<String> datasets, List<Sink> sinks) {
  String text() {
    StringBuilder table = new StringBuilder(head());
    for (Cell row : Cell.of(List.of(""), place -> true)) {
      table.append("| %s | %s | %s |".formatted(row.place(), row.mode(), row.source()));
      for (String dataset : datasets) {
        Result result = results.of(new Cell(row.place(), row.mode(), row.source(), dataset));
        for (Sink sink : Sink.values()) {
          table.append(' ').append(cell(result, sink)).append(" |");
        }
      }
      table.append('\n');
    }
    return table.toString();
  }

  private String head() {
    StringBuilder head = new StringBuilder("| runner | mode | source |");
    for (String dataset : datasets) {
      for (Sink sink : Sink.values()) {
        head.append(" %s: %s |".formatted(dataset, sink));
      }
    }
    int columns = 3 + datasets.size() * Sink.values().length;
    return head.append("\n|").append("---|".repeat(columns)).append('\n').toString();
  }

  private String cell(Result result, Sink sink) {
    if (!sinks.contains(sink)) {
      return Verdict.SKIPPED.toString();
    }
    return result.verdict() == Verdict.PROVEN
        ? "%s `%s`".formatted(result.verdict(), result.checksums().get(sink))
        : result.verdict().toString();
  }
}
