package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.pubsub.Subscription;

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
