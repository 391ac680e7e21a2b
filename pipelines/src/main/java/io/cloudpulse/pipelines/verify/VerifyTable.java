package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.verify.RowDifference.ColumnDifference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison's report for a person. */
public final class VerifyTable {
  private final StringBuilder text = new StringBuilder();

  private VerifyTable() {}

  public static String of(VerifyReport report) {
    VerifyTable table = new VerifyTable();
    table.line("dataset", report.dataset() + " from " + report.source());
    table.line("sink", report.sink());
    table.line("read", count(report.read()));
    table.line("refused", count(report.refused()) + " while reading");
    if (report.refusedBySink() > 0) {
      table.line("", count(report.refusedBySink()) + " by the sink");
    }
    table.line("matching", count(report.matching()));
    table.line("missing", count(report.missing()));
    table.line("extra", count(report.extra()));
    table.line("different", count(report.different()));
    report.notes().forEach(note -> table.line("note", note));
    table.line("time", String.format(Locale.ROOT, "%.1f s", report.elapsedSeconds()));
    table.rows("Missing in the sink", report.missing(), report.missingRows());
    table.rows("Extra in the sink", report.extra(), report.extraRows());
    table.rows("Different", report.different(), report.differentRows());
    table.text.append(verdict(report)).append('\n');
    return table.text.toString();
  }

  private static String verdict(VerifyReport report) {
    return report.exitCode() == ExitCode.DONE
        ? "The sink holds exactly what the source says."
        : "The sink does not hold what the source says.";
  }

  private void rows(String title, long all, List<RowDifference> rows) {
    if (all == 0) {
      return;
    }
    String first = all > rows.size() ? ", the first " + rows.size() + " of " + count(all) : "";
    text.append(title).append(first).append(":\n");
    rows.forEach(this::row);
  }

  private void row(RowDifference row) {
    String key =
        row.key().entrySet().stream()
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", "));
    text.append("  ").append(key);
    text.append(row.source().isEmpty() ? "" : "  (" + row.source() + ")").append('\n');
    row.columns().forEach(this::column);
  }

  private void column(ColumnDifference column) {
    text.append(
        String.format(
            "    %-20s expected %s, found %s%n",
            column.column(), shown(column.expected()), shown(column.found())));
  }

  /** Null is told from the text "null". */
  private static String shown(String value) {
    return value == null ? "null" : '"' + value + '"';
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void line(String name, String value) {
    text.append(String.format("%-14s %s%n", name, value));
  }
}
