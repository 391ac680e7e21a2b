package io.cloudpulse.pipelines.live;

import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where a run stands at one moment: what progress, the heartbeat, the metrics and the logs all
 * show. Counts are those of the ledger: a job that is started again goes on with them.
 *
 * @param runningSeconds since this process took the run up
 * @param refused while reading or by a sink
 * @param refusedByReason of those that were refused while reading
 * @param deadLettersOpen those that nobody has dealt with; null if they are kept elsewhere
 * @param rowsPerSecond read in the last seconds
 * @param round number of the round at hand, or else the last; null for what runs in none
 * @param partitions of a stream
 * @param process that drives it; null if that was never told
 */
public record LiveStatus(
    Instant at,
    String job,
    String dataset,
    long runningSeconds,
    long read,
    long accepted,
    long refused,
    Map<String, Long> refusedByReason,
    Map<String, SinkTotals> sinks,
    @Nullable Long deadLettersOpen,
    long rowsPerSecond,
    @Nullable Long round,
    List<PartitionStatus> partitions,
    @Nullable LiveProcess process) {

  /** How many messages are left to read; empty if that is not known of every partition. */
  public Optional<Long> lag() {
    List<Long> lags =
        partitions.stream().map(PartitionStatus::lag).filter(Objects::nonNull).toList();
    return lags.isEmpty() || lags.size() < partitions.size()
        ? Optional.empty()
        : Optional.of(lags.stream().mapToLong(Long::longValue).sum());
  }

  /** As far as event time has come in the partition that is furthest behind. */
  public Optional<Instant> watermark() {
    return partitions.stream()
        .map(PartitionStatus::watermark)
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }
}
