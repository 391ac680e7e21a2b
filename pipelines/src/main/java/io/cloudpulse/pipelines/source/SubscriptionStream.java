package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.transforms.Windows;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.pubsub.ReadPubsubStream;
import io.cloudpulse.transforms.pubsub.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A subscription, message by message. It keeps what is not acknowledged, and a message is
 * acknowledged once every sink has its row.
 */
record SubscriptionStream(
    MoveSettings settings, SourceAddress.Subscription subscription, StreamSettings stream)
    implements SourceWork {
  /** What a job that was killed held is there again by then. */
  private static final Duration QUIET = Subscription.LEASE.plusSeconds(5);

  static SubscriptionStream of(MoveSettings settings, SourceAddress.Subscription subscription) {
    return new SubscriptionStream(settings, subscription, settings.stream().orElseThrow());
  }

  /** Nobody tells how many messages wait. */
  @Override
  public String extent() {
    String until =
        stream.untilEnd()
            ? "until none comes for " + QUIET.toSeconds() + " s"
            : "what waits, and what comes";
    return until + "; acknowledged when every sink has it";
  }

  @Override
  public String ownTime() {
    return Topics.OWN_TIME;
  }

  @Override
  public List<String> problems() {
    return Subscriptions.problems(stream);
  }

  @Override
  public List<String> notes() {
    return settings
        .windows()
        .map(
            unused ->
                "degraded: a subscription keeps nothing that was acknowledged. Windows that are"
                    + " open when the job is killed lack what came before, unless the runner goes"
                    + " on from a checkpoint or savepoint of its own; rows do not")
        .stream()
        .toList();
  }

  @Override
  public void prepare() {
    Subscriptions.check(subscription);
  }

  @Override
  public ReadPubsubStream read(String run) {
    MessageOrigin origin = Subscriptions.origin(settings, subscription, run);
    return ReadPubsubStream.of(
        origin, reading(), Optional.of(QUIET).filter(unused -> stream.untilEnd()));
  }

  private io.cloudpulse.transforms.kafka.StreamSettings reading() {
    return io.cloudpulse.transforms.kafka.StreamSettings.of(TopicStream.group(stream.job()))
        .withTimes(stream.outOfOrder(), stream.idleAfter())
        .withAllowedLateness(settings.windows().map(Windows::allowedLateness));
  }
}
