package io.cloudpulse.pipelines.source;

import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.pubsub.ReadPulled;

/** One round of a subscription: messages that were pulled for it, or for one that was cut short. */
record SubscriptionRound(SubscriptionRounds all, Round round) implements SourceWork {
  private static final int ONLY = 0;

  @Override
  public String extent() {
    return "%,d messages".formatted(round.size());
  }

  @Override
  public String ownTime() {
    return all.ownTime();
  }

  @Override
  public ReadPulled read(String run) {
    return all.read(run, round.from().getOrDefault(ONLY, 0L), round.to().getOrDefault(ONLY, 0L));
  }
}
