package io.cloudpulse.pipelines.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grew in the last seconds. */
final class Rate {
  private static final long WINDOW = Duration.ofSeconds(10).toNanos();

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long nanos, long count) {}

  /**
   * Takes the next count.
   *
   * @return by how much it grew in a second; 0 for the first
   */
  long perSecond(long nanos, long count) {
    samples.addLast(new Sample(nanos, count));
    while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    long millis = (nanos - first.nanos()) / 1_000_000;
    return millis <= 0 ? 0 : Math.max(0, Math.round((count - first.count()) * 1000.0 / millis));
  }
}
