package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.postgres.PulledMessages;
import io.cloudpulse.transforms.pubsub.Pulling;
import io.cloudpulse.transforms.pubsub.ReadPulled;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What waits in a subscription at launch, as a batch: written down in the ledger before it is read,
 * and acknowledged by the launcher when all of it is in the sinks.
 */
final class WaitingMessages implements SourceWork {
  static final Duration QUIET = Duration.ofSeconds(3);

  private final MoveSettings settings;
  private final SourceAddress.Subscription subscription;
  private final String job = "batch-" + UUID.randomUUID();
  private Pulling pulling;

  WaitingMessages(MoveSettings settings, SourceAddress.Subscription subscription) {
    this.settings = settings;
    this.subscription = subscription;
  }

  @Override
  public String extent() {
    return "what waits at launch, until none comes for %d s; acknowledged when every sink has it"
        .formatted(QUIET.toSeconds());
  }

  @Override
  public String ownTime() {
    return Topics.OWN_TIME;
  }

  @Override
  public List<String> problems() {
    return RunnerProfile.isElsewhere(settings.runner().name())
        ? List.of(
            "--mode was \"batch\", but a batch's messages are acknowledged by the launcher when it"
                + " has ended, and a job of --runner="
                + settings.runner().name()
                + " goes on without it: --mode=streaming")
        : List.of();
  }

  @Override
  public void prepare() {
    Subscriptions.check(subscription);
    try {
      pulling =
          Pulling.from(
              subscription.address(), PulledMessages.in(settings.ledger().database(), job));
      pulling.pull(Long.MAX_VALUE / 2, QUIET);
    } catch (IOException | SQLException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }

  @Override
  public ReadPulled read(String run) {
    return ReadPulled.of(
        Subscriptions.origin(settings, subscription, run),
        settings.ledger().database(),
        job,
        0,
        pulling == null ? 0 : pulling.end());
  }

  @Override
  public void ended(boolean well) {
    try (Pulling ending = pulling) {
      if (well) {
        ending.acknowledge(ending.end());
        ending.forget();
      } else {
        ending.giveUp();
      }
    } catch (SQLException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }
}
