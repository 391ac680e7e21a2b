package io.cloudpulse.transforms.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How a topic is read as a stream.
 *
 * @param group the consumer group whose committed offsets say where to begin
 * @param maxOutOfOrder how far behind the latest event of its partition an event may be in time
 * @param idleAfter after what silence a partition no longer holds up the others
 * @param allowedLateness how far behind the watermark windows still take records; null if there are
 *     no windows, and so nothing is late
 * @param until by partition, the offset before which reading ends; null to read for ever
 */
public record StreamSettings(
    String group,
    Duration maxOutOfOrder,
    Duration idleAfter,
    @Nullable Duration allowedLateness,
    @Nullable Map<Integer, Long> until)
    implements Serializable {
  private static final Duration OUT_OF_ORDER = Duration.ofSeconds(5);
  private static final Duration IDLE_AFTER = Duration.ofSeconds(10);

  public StreamSettings {
    until = until == null ? null : Map.copyOf(until);
  }

  /** Reads for ever; nothing is late. */
  public static StreamSettings of(String group) {
    return new StreamSettings(group, OUT_OF_ORDER, IDLE_AFTER, null, null);
  }

  public StreamSettings withTimes(Duration outOfOrder, Duration idle) {
    return new StreamSettings(group, outOfOrder, idle, allowedLateness, until);
  }

  /** For a dataset whose windows close: later records are kept, but windows do not take them. */
  public StreamSettings withAllowedLateness(Optional<Duration> allowed) {
    return new StreamSettings(group, maxOutOfOrder, idleAfter, allowed.orElse(null), until);
  }

  /** Ends by itself once each partition is read to its offset; a partition without one is done. */
  public StreamSettings withUntil(Optional<Map<Integer, Long>> ends) {
    return new StreamSettings(group, maxOutOfOrder, idleAfter, allowedLateness, ends.orElse(null));
  }
}
