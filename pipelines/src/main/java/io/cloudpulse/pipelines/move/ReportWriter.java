package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Makes the report of what a run's ledger counted. */
final class ReportWriter {
  private final Move move;
  private final Duration elapsed;

  ReportWriter(Move move, Duration elapsed) {
    this.move = move;
    this.elapsed = elapsed;
  }

  /** Dead letters are counted where they are kept: that may be elsewhere than the ledger. */
  RunReport of(RunTotals ledger) {
    DeadLetterAddress deadLetters = DeadLetterAddress.of(move.settings());
    return of(ledger.withDeadLetters(deadLetters.countedByStep(move.run())), deadLetters);
  }

  private RunReport of(RunTotals totals, DeadLetterAddress deadLetters) {
    MoveSettings settings = move.settings();
    Map<String, Long> refusedBySink = bySink(totals, SinkTotals::refused);
    List<String> imbalance = new Balance(totals, move.sinks()).problems();
    return new RunReport(
        move.run(),
        settings.dataset().name(),
        settings.source().written(),
        settings.sinks().stream().map(SinkAddress::place).toList(),
        settings.runner().name(),
        settings.mode(),
        settings.asOf().map(Instant::toString).orElse(move.work().ownTime()),
        elapsed.toMillis() / 1000.0,
        Math.round(totals.read() * 1000.0 / Math.max(1, elapsed.toMillis())),
        totals.read(),
        totals.accepted(),
        totals.refusedInAll(),
        totals.refused(),
        bySink(totals, SinkTotals::delivered),
        superseded(totals),
        refusedBySink,
        totals.counters(),
        move.work().notes(),
        deadLetters.toString(),
        sum(totals.deadLetters()),
        imbalance,
        RunReport.ending(imbalance, refusedFraction(totals, refusedBySink), settings.maxRefused()));
  }

  /** Of all records read: those refused while reading, and by the sink that refused most. */
  private static double refusedFraction(RunTotals totals, Map<String, Long> bySink) {
    long most = bySink.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return (totals.refusedInAll() + most) / (double) Math.max(1, totals.read());
  }

  private Map<String, Long> superseded(RunTotals totals) {
    Map<String, Long> numbers = bySink(totals, SinkTotals::superseded);
    move.sinks().stream()
        .filter(sink -> !sink.tellsSuperseded())
        .forEach(sink -> numbers.remove(sink.name()));
    return numbers;
  }

  private static long sum(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<String> sinkNames() {
    return move.sinks().stream().map(sink -> sink.name()).toList();
  }

  /** Every sink of the run, also one that got nothing. */
  private Map<String, Long> bySink(RunTotals totals, ToLongFunction<SinkTotals> number) {
    Map<String, Long> numbers = new TreeMap<>();
    for (String sink : sinkNames()) {
      SinkTotals found = totals.sinks().get(sink);
      numbers.put(sink, found == null ? 0 : number.applyAsLong(found));
    }
    return numbers;
  }
}
