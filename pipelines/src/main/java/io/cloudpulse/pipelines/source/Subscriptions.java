package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.pubsub.Subscription;
import java.util.List;

/** What is asked of a subscription before a job starts. */
final class Subscriptions {
  private Subscriptions() {}

  /**
   * Looks whether it is there.
   *
   * @throws StoppedException if it is not
   */
  static void check(SourceAddress.Subscription subscription) {
    try {
      Subscription.check(subscription.address());
    } catch (RuntimeException unreachable) {
      throw StoppedException.because(ExitCode.FAILED, unreachable.getMessage(), unreachable);
    }
  }

  /** What of a stream's beginning a subscription cannot do. */
  static List<String> problems(StreamSettings stream) {
    return stream.startAt().equals("earliest")
        ? List.of()
        : List.of(
            "--startAt was \"%s\", but a subscription begins with what waits in it. Leave it out; to"
                    .formatted(stream.startAt())
                + " begin elsewhere, seek the subscription: gcloud pubsub subscriptions seek");
  }

  /** What is known of its messages. */
  static MessageOrigin origin(
      MoveSettings settings, SourceAddress.Subscription subscription, String run) {
    return MessageOrigin.of(
            settings.dataset(),
            subscription.address(),
            settings.asOf(),
            run,
            settings.refuseUnknownColumns())
        .lookingUp(settings.lookup());
  }
}
