package io.cloudpulse.pipelines.live;

import io.cloudpulse.pipelines.source.SourcePositions.Position;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where a stream stands in one partition. Null is what is not known.
 *
 * @param committed offset before which every sink has every row
 * @param end offset after the last message
 * @param lag how many offsets are left
 * @param watermark how far event time has come, as of the last record; null before the first
 */
public record PartitionStatus(
    int partition,
    @Nullable Long committed,
    @Nullable Long end,
    @Nullable Long lag,
    @Nullable Instant watermark) {
  static PartitionStatus of(
      int partition, @Nullable Position position, @Nullable Instant watermark) {
    return position == null
        ? new PartitionStatus(partition, null, null, null, watermark)
        : new PartitionStatus(
            partition, position.committed(), position.end(), position.lag(), watermark);
  }
}
