package io.cloudpulse.transforms.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.kafka.ReaderClock.Progress;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times are in seconds; events may be 5 seconds out of order, and 10 seconds of silence idle. */
class PartitionClockTest {
  private static final long NOW = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
  private static final long LONG_AGO = NOW - 100_000_000;
  private static final StreamSettings SETTINGS = StreamSettings.of("group");

  private final ReaderClock reader = new ReaderClock(SETTINGS);

  private static PartitionClock clock() {
    return new PartitionClock(SETTINGS, NOW * 1000);
  }

  private PartitionClock partition(int number) {
    return reader.of(number, NOW * 1000);
  }

  private static void event(PartitionClock clock, long time, long now) {
    clock.message(now * 1000);
    clock.event(time * 1000, now * 1000);
  }

  private static long seconds(PartitionClock clock) {
    return clock.watermark() / 1000;
  }

  private long watermark(long now, Progress... progress) {
    Map<Integer, Progress> all = new java.util.HashMap<>();
    for (int i = 0; i < progress.length; i++) {
      all.put(i, progress[i]);
    }
    return reader.watermark(all, now * 1000) / 1000;
  }

  @Test
  void staysBehindTheLatestEventAndNeverGoesBack() {
    PartitionClock clock = clock();

    event(clock, NOW - 100, NOW);
    event(clock, NOW - 200, NOW);

    assertThat(seconds(clock)).isEqualTo(NOW - 105);
  }

  @Test
  void isNotMovedByWhatHasNoEventTimeOrOneOfTheFuture() {
    PartitionClock clock = clock();
    event(clock, NOW - 100, NOW);

    clock.message(NOW * 1000);
    event(clock, NOW + 61, NOW);

    assertThat(seconds(clock)).isEqualTo(NOW - 105);
    event(clock, NOW + 60, NOW);
    assertThat(seconds(clock)).isEqualTo(NOW + 55);
  }

  @Test
  void movesWithTheWallClockOnceIdleButNeverBeyondIt() {
    PartitionClock clock = clock();
    event(clock, NOW - 100, NOW);

    clock.tick((NOW + 10) * 1000, true);
    assertThat(seconds(clock)).isEqualTo(NOW - 105);
    clock.tick((NOW + 40) * 1000, true);
    assertThat(seconds(clock)).isEqualTo(NOW - 75);

    PartitionClock ahead = clock();
    event(ahead, NOW + 60, NOW);
    ahead.tick((NOW + 100) * 1000, true);
    assertThat(seconds(ahead)).isEqualTo(NOW + 100);
  }

  @Test
  void isNotIdleWhileThereIsSomethingLeftToRead() {
    PartitionClock clock = clock();
    event(clock, NOW - 100, NOW);

    clock.tick((NOW + 500) * 1000, false);
    clock.tick((NOW + 505) * 1000, true);

    assertThat(seconds(clock)).isEqualTo(NOW - 105);
  }

  @Test
  void goesOnFromACheckpoint() {
    PartitionClock first = clock();
    event(first, NOW - 100, NOW);
    PartitionClock second = clock();

    second.restore(first.state());
    event(second, NOW - 500, NOW);

    assertThat(seconds(second)).isEqualTo(NOW - 105);
    assertThat(second.seen()).isTrue();
  }

  @Test
  void aReaderIsAsFarAsThePartitionFurthestBehind() {
    event(partition(0), NOW - 100, NOW);
    event(partition(1), NOW - 50, NOW);

    assertThat(watermark(NOW, Progress.BEHIND, Progress.BEHIND)).isEqualTo(NOW - 105);
  }

  @Test
  void aPartitionThatNeverHadAnEventHoldsWindowsOnlyUntilItIsIdle() {
    event(partition(0), LONG_AGO, NOW);
    event(partition(1), LONG_AGO + 9, NOW + 11);
    PartitionClock never = partition(2);

    assertThat(watermark(NOW + 9, Progress.BEHIND, Progress.BEHIND, Progress.CAUGHT_UP))
        .isEqualTo(PartitionClock.NEVER / 1000);
    assertThat(watermark(NOW + 11, Progress.BEHIND, Progress.BEHIND, Progress.CAUGHT_UP))
        .isEqualTo(LONG_AGO - 5);
    assertThat(seconds(never)).isEqualTo(LONG_AGO - 5);
    assertThat(never.seen()).isFalse();
  }

  @Test
  void aPartitionWithABacklogHoldsWindowsUntilItsFirstEvent() {
    event(partition(0), LONG_AGO, NOW);
    PartitionClock unread = partition(1);

    assertThat(watermark(NOW + 99, Progress.CAUGHT_UP, Progress.BEHIND))
        .isEqualTo(PartitionClock.NEVER / 1000);
    event(unread, LONG_AGO - 50, NOW + 99);
    assertThat(watermark(NOW + 99, Progress.BEHIND, Progress.BEHIND)).isEqualTo(LONG_AGO - 55);
  }

  @Test
  void partitionsThatAreAllSilentFollowTheWallClock() {
    assertThat(partition(0).seen()).isFalse();

    assertThat(watermark(NOW + 20, Progress.CAUGHT_UP)).isEqualTo(NOW + 5);
  }

  @Test
  void aReaderEndsWithItsLastPartition() {
    event(partition(0), LONG_AGO, NOW);
    event(partition(1), NOW - 50, NOW);

    assertThat(watermark(NOW, Progress.BEHIND, Progress.ENDED)).isEqualTo(LONG_AGO - 5);
    assertThat(watermark(NOW, Progress.ENDED, Progress.ENDED)).isEqualTo(ReaderClock.END / 1000);
  }
}
