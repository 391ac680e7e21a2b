package io.cloudpulse.transforms.kafka;

import java.io.Serializable;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * How far event time has come in one partition, in milliseconds: the latest event seen, less how
 * far out of order events may come. What has no event time, or one in the future, moves nothing. A
 * partition that stays silent although nothing is left to read moves on with the wall clock, so
 * that it does not hold up windows for ever.
 *
 * <p>Never goes back. Takes the time from whoever asks, and so gives the same answers to the same
 * questions.
 */
public final class PartitionClock {
  static final long NEVER = BoundedWindow.TIMESTAMP_MIN_VALUE.getMillis();

  /** How far the clocks of devices may be ahead of ours. */
  private static final long MOST_AHEAD = 60_000;

  private final long outOfOrder;
  private final long idleAfter;
  private long watermark = NEVER;
  private boolean seen;
  private long activeAt;
  private long activeWatermark = NEVER;

  /** What a checkpoint keeps of a clock. */
  public record State(long watermark, boolean seen) implements Serializable {}

  /**
   * A clock that has seen no event.
   *
   * @param now when reading begins
   */
  PartitionClock(StreamSettings settings, long now) {
    this.outOfOrder = settings.maxOutOfOrder().toMillis();
    this.idleAfter = settings.idleAfter().toMillis();
    this.activeAt = now;
  }

  /** Goes on from a checkpoint. */
  public void restore(State state) {
    watermark = state.watermark();
    activeWatermark = watermark;
    seen = state.seen();
  }

  public State state() {
    return new State(watermark, seen);
  }

  /** A message came, whatever is in it. */
  void message(long now) {
    activeAt = now;
    activeWatermark = watermark;
  }

  /** False for an event that is dated later than any clock could be. */
  static boolean isCredible(long eventTime, long now) {
    return eventTime <= now + MOST_AHEAD;
  }

  /** An event that came with the last message. */
  void event(long eventTime, long now) {
    if (isCredible(eventTime, now)) {
      seen = true;
      atLeast(eventTime - outOfOrder);
      activeWatermark = watermark;
    }
  }

  /**
   * Looks at the wall clock.
   *
   * @param caughtUp whether there is nothing left to read
   */
  void tick(long now, boolean caughtUp) {
    if (!caughtUp) {
      message(now);
    } else if (seen) {
      long idle = now - activeAt - idleAfter;
      if (idle > 0) {
        atLeast(Math.min(now, activeWatermark + idle));
      }
    }
  }

  /** True if nothing has come for long, and there is nothing left to read. */
  boolean idle(long now) {
    return now - activeAt > idleAfter;
  }

  /** True once there was an event that could be believed. */
  boolean seen() {
    return seen;
  }

  /** Windows have moved on to here without this partition. */
  void atLeast(long time) {
    watermark = Math.max(watermark, time);
  }

  /** For those who watch; null until there was an event. */
  @Nullable Instant shown() {
    return seen ? Instant.ofEpochMilli(watermark) : null;
  }

  /** {@link #NEVER} until there was an event. */
  public long watermark() {
    return watermark;
  }
}
