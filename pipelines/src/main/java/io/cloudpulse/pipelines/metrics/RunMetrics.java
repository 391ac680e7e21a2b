package io.cloudpulse.pipelines.metrics;

import io.cloudpulse.pipelines.live.LiveStatus;
import io.cloudpulse.pipelines.live.PartitionStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a run's last snapshot says, as metrics. Counters come from the ledger: they never go down,
 * also when the job is started again.
 */
final class RunMetrics implements MultiCollector {
  private final RunLabels run;
  private final Labels labels;
  private final Clock clock;
  private final AtomicReference<LiveStatus> last = new AtomicReference<>();

  RunMetrics(RunLabels run, Clock clock) {
    this.run = run;
    this.labels = Labels.of("job", run.job(), "dataset", run.dataset());
    this.clock = clock;
  }

  void see(LiveStatus status) {
    last.set(status);
  }

  @Override
  public MetricSnapshots collect() {
    MetricSnapshots.Builder all = MetricSnapshots.builder().metricSnapshot(info());
    LiveStatus status = last.get();
    if (status != null) {
      counters(status, all);
      partitions(status, all);
      gauges(status, all);
    }
    return all.build();
  }

  private InfoSnapshot info() {
    Labels about =
        labels.merge(Labels.of("source", run.source(), "runner", run.runner(), "mode", run.mode()));
    return InfoSnapshot.builder()
        .name("pulse_run")
        .help("What runs.")
        .dataPoint(InfoDataPointSnapshot.builder().labels(about).build())
        .build();
  }

  private void counters(LiveStatus status, MetricSnapshots.Builder all) {
    all.metricSnapshot(
        counter("pulse_records_read", "Records read.")
            .dataPoint(count(labels, status.read()))
            .build());
    all.metricSnapshot(
        counter("pulse_records_accepted", "Records that fit their dataset.")
            .dataPoint(count(labels, status.accepted()))
            .build());
    CounterSnapshot.Builder refused =
        counter("pulse_records_refused", "Records refused while reading, by reason.");
    status
        .refusedByReason()
        .forEach((reason, number) -> refused.dataPoint(count(with("reason", reason), number)));
    all.metricSnapshot(refused.build());
    all.metricSnapshot(sinks(status));
  }

  private CounterSnapshot sinks(LiveStatus status) {
    CounterSnapshot.Builder sinks =
        counter("pulse_sink_records", "What sinks took; superseded are those that changed no row.");
    status
        .sinks()
        .forEach(
            (sink, totals) -> {
              Labels its = with("sink", sink);
              sinks
                  .dataPoint(count(outcome(its, "delivered"), totals.delivered()))
                  .dataPoint(count(outcome(its, "superseded"), totals.superseded()))
                  .dataPoint(count(outcome(its, "refused"), totals.refused()));
            });
    return sinks.build();
  }

  private void partitions(LiveStatus status, MetricSnapshots.Builder all) {
    List<PartitionStatus> partitions = status.partitions();
    all.metricSnapshot(
        byPartition(
            "pulse_lag_records", "Messages left to read.", partitions, PartitionStatus::lag));
    all.metricSnapshot(
        byPartition(
            "pulse_watermark_seconds",
            "How far event time has come, in seconds since 1970.",
            partitions,
            partition ->
                partition.watermark() == null
                    ? null
                    : partition.watermark().toEpochMilli() / 1000.0));
  }

  private GaugeSnapshot byPartition(
      String name,
      String help,
      List<PartitionStatus> partitions,
      Function<PartitionStatus, @Nullable Number> number) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    for (PartitionStatus partition : partitions) {
      Number known = number.apply(partition);
      if (known != null) {
        String its = Integer.toString(partition.partition());
        gauge.dataPoint(value(with("partition", its), known.doubleValue()));
      }
    }
    return gauge.build();
  }

  private void gauges(LiveStatus status, MetricSnapshots.Builder all) {
    status
        .watermark()
        .map(watermark -> Duration.between(watermark, clock.instant()).toMillis() / 1000.0)
        .ifPresent(
            delay ->
                all.metricSnapshot(
                    gauge(
                        "pulse_watermark_delay_seconds", "How far event time is behind.", delay)));
    if (status.deadLettersOpen() != null) {
      all.metricSnapshot(
          gauge(
              "pulse_dead_letters_open",
              "Dead letters of the job that nobody has dealt with.",
              status.deadLettersOpen().doubleValue()));
    }
    all.metricSnapshot(
        gauge(
            "pulse_heartbeat_timestamp_seconds",
            "When the job was last looked at, in seconds since 1970.",
            status.at().toEpochMilli() / 1000.0));
  }

  private GaugeSnapshot gauge(String name, String help, double number) {
    return GaugeSnapshot.builder().name(name).help(help).dataPoint(value(labels, number)).build();
  }

  private Labels with(String name, String value) {
    return labels.add(name, value);
  }

  private static Labels outcome(Labels sink, String outcome) {
    return sink.add("outcome", outcome);
  }

  private static CounterSnapshot.Builder counter(String name, String help) {
    return CounterSnapshot.builder().name(name).help(help);
  }

  private static CounterDataPointSnapshot count(Labels labels, long number) {
    return CounterDataPointSnapshot.builder().labels(labels).value((double) number).build();
  }

  private static GaugeDataPointSnapshot value(Labels labels, double number) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(number).build();
  }
}
