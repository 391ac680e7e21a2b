package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.pubsub.PubsubAddress;
import java.util.Optional;

/** Reads the addresses of subscriptions and topics of Pub/Sub. */
public final class PubsubNames {
  private PubsubNames() {}

  /** Reads an address; one that is none becomes a problem, and is empty. */
  public static Optional<PubsubAddress> read(String flag, String text, Problems problems) {
    try {
      return Optional.of(PubsubAddress.parse(text));
    } catch (IllegalArgumentException wrong) {
      problems.add("--" + flag + ": " + wrong.getMessage());
      return Optional.empty();
    }
  }
}
