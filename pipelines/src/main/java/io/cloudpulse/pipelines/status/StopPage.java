package io.cloudpulse.pipelines.status;

import io.cloudpulse.pipelines.live.LiveLine;
import io.cloudpulse.pipelines.live.LiveStatus;
import io.cloudpulse.pipelines.text.AlignedTable;
import io.cloudpulse.transforms.RunTotals.SinkTotals;

/** How far a run has come, for a person: what a stop prints. */
public final class StopPage {
  private final StringBuilder text = new StringBuilder();

  StopPage() {}

  public static String of(LiveStatus status) {
    StopPage page = new StopPage();
    page.line("stopped", status.job() + " of dataset " + status.dataset());
    page.counts(status);
    page.line("to go on", "start it by the same command");
    return page.text();
  }

  void counts(LiveStatus status) {
    line("read", "%s (%s/s)".formatted(number(status.read()), number(status.rowsPerSecond())));
    line("accepted", number(status.accepted()));
    line("refused", number(status.refused()));
    status.refusedByReason().forEach((reason, count) -> line("", number(count) + "  " + reason));
    status.sinks().forEach(this::sink);
    if (status.deadLettersOpen() != null) {
      line("dead letters", number(status.deadLettersOpen()) + " open");
    }
    if (status.round() != null) {
      line("round", number(status.round()));
    }
    status.lag().ifPresent(lag -> line("lag", number(lag)));
    status.watermark().ifPresent(time -> line("watermark", LiveLine.watermark(time, status.at())));
  }

  private void sink(String sink, SinkTotals totals) {
    String superseded =
        totals.superseded() == 0 ? "" : ", %s superseded".formatted(number(totals.superseded()));
    String refused =
        totals.refused() == 0 ? "" : ", %s refused".formatted(number(totals.refused()));
    line("delivered", number(totals.delivered()) + " to " + sink + superseded + refused);
  }

  void line(String name, String value) {
    text.append(String.format("%-14s %s%n", name, value));
  }

  String text() {
    return text.toString();
  }

  private static String number(long number) {
    return AlignedTable.number(number);
  }
}
