package io.cloudpulse.serving.dashboard;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many events came in a second, over the last few looks: jobs count when they have written, not
 * evenly.
 */
final class EventPace {
  private static final int LOOKS = 5;
  private static final double NANOS = 1e9;

  private record Look(long nanos, long events) {}

  private final Deque<Look> looks = new ArrayDeque<>();

  /**
   * Takes a look and tells the pace.
   *
   * @param nanos of a clock that only goes forward
   * @param events all so far; fewer than the last time if a job has ended
   */
  double after(long nanos, long events) {
    if (!looks.isEmpty() && events < looks.getLast().events()) {
      looks.clear();
    }
    looks.addLast(new Look(nanos, events));
    if (looks.size() > LOOKS) {
      looks.removeFirst();
    }
    Look oldest = looks.getFirst();
    double seconds = (nanos - oldest.nanos()) / NANOS;
    return seconds > 0 ? (events - oldest.events()) / seconds : 0;
  }

  /** Forgets what it saw: nobody looked for a while. */
  void reset() {
    looks.clear();
  }
}
