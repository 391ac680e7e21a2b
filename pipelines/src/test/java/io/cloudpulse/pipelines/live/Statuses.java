package io.cloudpulse.pipelines.live;

import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Snapshots for tests. */
public final class Statuses {
  public static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  private Statuses() {}

  /** A stream of two partitions, one of them a little behind. */
  public static LiveStatus stream() {
    return status(
        List.of(
            new PartitionStatus(0, 490L, 500L, 10L, NOON.minusSeconds(3)),
            new PartitionStatus(1, 500L, 500L, 0L, NOON.minusSeconds(1))));
  }

  public static LiveStatus batch() {
    return status(List.of());
  }

  public static LiveStatus status(List<PartitionStatus> partitions) {
    return new LiveStatus(
        NOON,
        "shop-events",
        "activity.events",
        42,
        1000,
        990,
        10,
        Map.of("malformed", 10L),
        Map.of("postgres", new SinkTotals(990, 0, 5)),
        10L,
        250,
        null,
        partitions,
        new LiveProcess(4711, "host", NOON.minusSeconds(42), 9464));
  }
}
