package io.cloudpulse.pipelines.move;

import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A report for a person. */
public final class ReportTable {
  private final StringBuilder text = new StringBuilder();

  private ReportTable() {}

  public static String of(RunReport report) {
    ReportTable table = new ReportTable();
    table.line("run", report.run() + " on " + report.runner());
    table.line("dataset", report.dataset() + " from " + report.source());
    table.line("read", count(report.read()));
    table.line("accepted", count(report.accepted()));
    table.line("refused", count(report.refused()));
    table.details("", report.refusedByReason());
    report.delivered().keySet().forEach(sink -> table.sink(sink, report));
    table.details("noticed: ", report.counters());
    report.notes().forEach(note -> table.line("note", note));
    if (report.deadLettersKept() > 0) {
      table.line("dead letters", count(report.deadLettersKept()) + " in " + report.deadLetters());
    }
    report.imbalance().forEach(problem -> table.line("OUT OF BALANCE", problem));
    table.line(
        "time",
        String.format(
            "%.1f s, %s records/s", report.elapsedSeconds(), count(report.rowsPerSecond())));
    return table.text.toString();
  }

  private void sink(String sink, RunReport report) {
    line(
        "delivered",
        count(report.delivered().get(sink))
            + " to "
            + sink
            + superseded(report.superseded().get(sink)));
    if (report.refusedBySink().get(sink) > 0) {
      line("refused", count(report.refusedBySink().get(sink)) + " by " + sink);
    }
  }

  private static String superseded(@Nullable Long records) {
    if (records == null) {
      return ", superseded not told";
    }
    return records == 0 ? "" : ", " + count(records) + " of them superseded";
  }

  private void details(String what, Map<String, Long> numbers) {
    numbers.forEach((name, number) -> line("", count(number) + "  " + what + name));
  }

  private static String count(long number) {
    return String.format("%,d", number);
  }

  private void line(String name, String value) {
    text.append(String.format("%-14s %s%n", name, value));
  }
}
