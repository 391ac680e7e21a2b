package io.cloudpulse.transforms.kafka;

import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;

/**
 * How far event time has come in the partitions of one reader: as far as in the one that is
 * furthest behind. A partition that has never had an event, and has been empty for long, holds up
 * no other: windows of historical data close by the partitions that have some. Where there is none
 * at all, it follows the wall clock. A partition that is read to the end it is to be read to is at
 * the end of time.
 */
public final class ReaderClock {
  public static final long END = BoundedWindow.TIMESTAMP_MAX_VALUE.getMillis();

  /** How far a partition is read. */
  public enum Progress {
    /** There are messages left to read. */
    BEHIND,
    /** There is nothing left to read for now. */
    CAUGHT_UP,
    /** It is read to where reading is to end. */
    ENDED
  }

  private final StreamSettings settings;
  private final Map<Integer, PartitionClock> clocks = new TreeMap<>();
  private long watermark = PartitionClock.NEVER;

  public ReaderClock(StreamSettings settings) {
    this.settings = settings;
  }

  /** The clock of a partition; made when it is first asked for. */
  public PartitionClock of(int partition, long now) {
    return clocks.computeIfAbsent(partition, added -> new PartitionClock(settings, now));
  }

  /** The watermark now; never goes back. */
  public long watermark(Map<Integer, Progress> progress, long now) {
    long least = END;
    boolean silent = false;
    for (Map.Entry<Integer, PartitionClock> entry : clocks.entrySet()) {
      PartitionClock clock = entry.getValue();
      Progress of = progress.get(entry.getKey());
      clock.tick(now, of != Progress.BEHIND);
      if (of == Progress.ENDED) {
        continue;
      }
      if (clock.seen() || of == Progress.BEHIND || !clock.idle(now)) {
        least = Math.min(least, clock.watermark());
      } else {
        silent = true;
      }
    }
    return moveTo(least == END && silent ? followingWallClock(now) : least);
  }

  private long followingWallClock(long now) {
    return now - settings.idleAfter().toMillis() - settings.maxOutOfOrder().toMillis();
  }

  /** What comes from now on is late against what was told, in every partition. */
  private long moveTo(long time) {
    watermark = Math.max(watermark, time);
    if (watermark < END) {
      clocks.values().forEach(clock -> clock.atLeast(watermark));
    }
    return watermark;
  }
}
