package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How far a stream has come.
 *
 * @param lag messages that are left to read; empty if that is not known of every partition
 * @param watermark event time of the partition that is furthest behind
 */
record Progress(Optional<Long> lag, Optional<Instant> watermark) {
  static Progress of(JsonNode partitions) {
    Optional<Long> lag = partitions.isEmpty() ? Optional.empty() : Optional.of(0L);
    Optional<Instant> watermark = Optional.empty();
    for (JsonNode partition : partitions) {
      JsonNode left = partition.path("lag");
      lag = left.isNumber() ? lag.map(sum -> sum + left.asLong()) : Optional.empty();
      watermark = earlier(watermark, partition.path("watermark"));
    }
    return new Progress(lag, watermark);
  }

  private static Optional<Instant> earlier(Optional<Instant> so, JsonNode time) {
    if (!time.isTextual()) {
      return so;
    }
    Instant other = OffsetDateTime.parse(time.asText()).toInstant();
    return so.filter(first -> first.isBefore(other)).or(() -> Optional.of(other));
  }
}
