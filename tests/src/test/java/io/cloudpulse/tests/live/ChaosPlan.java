package io.cloudpulse.tests.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How much a stream has to bear.
 *
 * @param kills of the job
 * @param length of a lock or a pause; a broker is away for a quarter of it
 * @param apart whether each server's trouble gets a stream of its own
 * @param seed of the events and of the moments
 */
record ChaosPlan(int events, int perSecond, int kills, Duration length, boolean apart, long seed) {

  /** A short one, unless properties ask for another. */
  static ChaosPlan asked() {
    return new ChaosPlan(
        Integer.getInteger("chaos.events", 6_000),
        Integer.getInteger("chaos.perSecond", 200),
        Integer.getInteger("chaos.kills", 3),
        Duration.ofSeconds(Integer.getInteger("chaos.seconds", 5)),
        Boolean.getBoolean("chaos.apart"),
        Long.getLong("chaos.seed", 20_261_120));
  }

  /** What befalls one stream. */
  record Line(int number, List<Trouble> troubles) {
    @Override
    public String toString() {
      return troubles.stream().distinct().map(Trouble::toString).collect(Collectors.joining(", "));
    }
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(0, Collections.nCopies(kills, Trouble.JOB_KILLED)));
    List<Trouble> others =
        List.of(
            Trouble.POSTGRES_RESTARTED,
            Trouble.ELASTICSEARCH_PAUSED,
            Trouble.BROKER_KILLED,
            Trouble.TABLE_LOCKED);
    if (apart) {
      others.forEach(trouble -> lines.add(new Line(lines.size(), List.of(trouble))));
    } else {
      lines.add(new Line(1, others));
    }
    return lines;
  }
}
