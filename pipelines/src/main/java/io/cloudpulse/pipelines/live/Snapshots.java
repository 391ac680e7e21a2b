package io.cloudpulse.pipelines.live;

import io.cloudpulse.pipelines.source.SourcePositions.Position;
import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.postgres.PostgresLedger;
import io.cloudpulse.transforms.postgres.RunPulse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Looks at a run: at its ledger and, if it is a stream, at its source. By one thread. */
final class Snapshots implements Vitals {
  private final Watched run;
  private final Optional<Integer> metricsPort;
  private final Clock clock;
  private final Instant started;
  private final PostgresLedger ledger;
  private final RunPulse pulse;
  private final PositionsSoon positions;
  private final Rate rate = new Rate();
  private final long began = System.nanoTime();
  private @Nullable LiveProcess process;

  Snapshots(Watched run, Optional<Integer> metricsPort, Clock clock) {
    this.run = run;
    this.metricsPort = metricsPort;
    this.clock = clock;
    this.started = clock.instant();
    this.ledger = PostgresLedger.in(run.ledger());
    this.pulse = ledger.pulse(run.job());
    this.positions = new PositionsSoon(run.positions());
    if (!run.streaming()) {
      long none = rate.perSecond(began, 0);
      assert none == 0 : "the first count is no growth";
    }
  }

  @Override
  public void beat(String live) throws SQLException {
    pulse.beat(live);
  }

  @Override
  public void stop(String live) throws SQLException {
    pulse.stop(live);
  }

  @Override
  public LiveStatus take() throws SQLException {
    RunTotals totals = ledger.totals(run.job());
    RunCounts counts = RunCounts.of(totals);
    long now = System.nanoTime();
    return new LiveStatus(
        clock.instant(),
        run.job(),
        run.dataset(),
        Duration.ofNanos(now - began).toSeconds(),
        counts.read(),
        counts.accepted(),
        counts.refused(),
        totals.refused(),
        totals.sinks(),
        openDeadLetters(totals, counts),
        rate.perSecond(now, counts.read()),
        run.positions().round().orElse(null),
        run.streaming() ? partitions() : List.of(),
        process());
  }

  /** Asked late: the name of a host may take its time. */
  private LiveProcess process() {
    if (process == null) {
      process = LiveProcess.here(started, metricsPort.orElse(null));
    }
    return process;
  }

  /** Where some were refused and no dead letter is here, they are kept elsewhere. */
  private @Nullable Long openDeadLetters(RunTotals totals, RunCounts counts) throws SQLException {
    boolean elsewhere = counts.refused() > 0 && totals.deadLetters().isEmpty();
    return elsewhere ? null : Long.valueOf(pulse.openDeadLetters());
  }

  private List<PartitionStatus> partitions() throws SQLException {
    Map<Integer, Instant> watermarks = byPartition(pulse.watermarks());
    Map<Integer, Position> now = positions.now();
    TreeSet<Integer> numbers = new TreeSet<>(now.keySet());
    numbers.addAll(watermarks.keySet());
    List<PartitionStatus> partitions = new ArrayList<>();
    for (int number : numbers) {
      partitions.add(PartitionStatus.of(number, now.get(number), watermarks.get(number)));
    }
    return partitions;
  }

  /** A partition's range is its topic's address and its number. */
  private static Map<Integer, Instant> byPartition(Map<String, Instant> watermarks) {
    Map<Integer, Instant> numbered = new TreeMap<>();
    watermarks.forEach(
        (range, watermark) -> {
          String number = range.substring(range.lastIndexOf('/') + 1);
          if (number.matches("\\d{1,9}")) {
            numbered.put(Integer.valueOf(number), watermark);
          }
        });
    return numbered;
  }

  @Override
  public void close() {
    ledger.close();
    positions.close();
  }
}
