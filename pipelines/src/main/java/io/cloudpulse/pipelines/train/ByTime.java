package io.cloudpulse.pipelines.train;

import io.cloudpulse.transforms.likelihood.Example;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits to sessions that were over before a moment, and keeps back those that began then or later.
 * What a session that was under way then came to, neither side could know: it is passed over.
 *
 * @param fraction of the examples that happened before the moment
 */
record ByTime(double fraction) implements Split {
  @Override
  public Parts of(List<Example> bySession) {
    long[] times = bySession.stream().mapToLong(Example::at).sorted().toArray();
    long cut = times[(int) (fraction * times.length)];
    List<Example> fitted = new ArrayList<>();
    List<Example> kept = new ArrayList<>();
    for (List<Example> session : Sessions.of(bySession)) {
      if (session.get(session.size() - 1).at() < cut) {
        fitted.addAll(session);
      } else if (session.get(0).at() >= cut) {
        kept.addAll(session);
      }
    }
    Instant moment = Instant.EPOCH.plus(cut, ChronoUnit.MICROS);
    return new Parts("sessions from %s on are kept back".formatted(moment), fitted, kept);
  }
}
