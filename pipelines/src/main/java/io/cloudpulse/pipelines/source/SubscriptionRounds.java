package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.RoundSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.postgres.PulledMessages;
import io.cloudpulse.transforms.pubsub.Pulling;
import io.cloudpulse.transforms.pubsub.ReadPulled;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A subscription in rounds. What a round reads is pulled and numbered in the ledger first, so that
 * a round that was cut short is repeated with the same messages; it is acknowledged when the round
 * is done.
 */
final class SubscriptionRounds implements RoundSource, RoundTopic {
  private static final int ONLY = 0;

  private final MoveSettings settings;
  private final SourceAddress.Subscription subscription;
  private final StreamSettings stream;
  private final AtomicLong number = new AtomicLong();
  private Pulling pulling;

  SubscriptionRounds(MoveSettings settings, SourceAddress.Subscription subscription) {
    this.settings = settings;
    this.subscription = subscription;
    this.stream = settings.stream().orElseThrow();
  }

  @Override
  public String extent() {
    String until =
        stream.untilEnd()
            ? "until none comes for " + WaitingMessages.QUIET.toSeconds() + " s"
            : "what waits, and what comes";
    return until + "; in rounds, kept in pulse.pulled and acknowledged when their round is done";
  }

  @Override
  public String ownTime() {
    return Topics.OWN_TIME;
  }

  /** What was acknowledged is gone, so nothing could sum it up again. */
  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>(Subscriptions.problems(stream));
    if (settings.windows().isPresent()) {
      problems.add(
          "windows in rounds are summed up from the source's whole log, and a subscription has"
              + " none: leave them out (--aggregates=off), or run it as a stream of its own"
              + " (--runner=flink --rounds=false)");
    }
    return problems;
  }

  @Override
  public List<String> notes() {
    int size = settings.rounds().map(RoundSettings::size).orElse(0);
    return List.of("a round reads at most %,d messages".formatted(size));
  }

  @Override
  public StreamSettings stream() {
    return stream;
  }

  @Override
  public AtomicLong number() {
    return number;
  }

  @Override
  public void prepare() {
    if (pulling != null) {
      return; // Before history was loaded.
    }
    Subscriptions.check(subscription);
    try {
      pulling =
          Pulling.from(
              subscription.address(),
              PulledMessages.in(settings.ledger().database(), stream.job()));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  @Override
  public Map<Integer, Long> ends() {
    if (stream.untilEnd()) {
      pull(Long.MAX_VALUE / 2);
    }
    return Map.of(ONLY, pulling.end());
  }

  private void pull(long most) {
    try {
      pulling.pull(most, WaitingMessages.QUIET);
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  @Override
  public RoundTopic asRounds() {
    return this;
  }

  @Override
  public Sight look() {
    if (!stream.untilEnd()) {
      pull(settings.rounds().orElseThrow().size());
    }
    Map<Integer, Long> begin = Map.of(ONLY, 0L);
    return new Sight(begin, begin, Map.of(ONLY, pulling.end()));
  }

  @Override
  public Map<Integer, Long> committed() {
    try {
      return Map.of(ONLY, pulling.done());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  @Override
  public void commit(Map<Integer, Long> offsets) {
    try {
      pulling.acknowledge(offsets.getOrDefault(ONLY, 0L));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  @Override
  public SourceWork round(Round round, Map<Integer, Long> began) {
    return new SubscriptionRound(this, round);
  }

  @Override
  public ReadPulled read(String run) {
    return read(run, 0, 0);
  }

  ReadPulled read(String run, long from, long to) {
    return ReadPulled.of(
        Subscriptions.origin(settings, subscription, run),
        settings.ledger().database(),
        stream.job(),
        from,
        to);
  }

  @Override
  public void ended(boolean well) {
    pulling.close();
  }
}
