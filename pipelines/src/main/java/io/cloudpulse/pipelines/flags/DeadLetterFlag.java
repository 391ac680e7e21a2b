package io.cloudpulse.pipelines.flags;

import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.pubsub.PubsubAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a flag says dead letters are.
 *
 * @param database empty if they are elsewhere
 * @param topic empty if they are elsewhere
 * @param pubsub empty if they are elsewhere
 * @param folder empty if they are elsewhere
 */
public record DeadLetterFlag(
    Optional<PostgresAddress> database,
    Optional<SourceAddress.Topic> topic,
    Optional<PubsubAddress> pubsub,
    String folder) {
  private static final String FILES = "files:";

  /** What a glob would read as a pattern: the folder's files could not be found again. */
  private static final Pattern UNFIT = Pattern.compile("[*?\\[\\]{}]");

  /** Reads an address; one that is none becomes a problem, and is empty. */
  public static Optional<DeadLetterFlag> read(String flag, String text, Problems problems) {
    if (text.startsWith(FILES)) {
      return folder(flag, text, problems);
    }
    if (text.startsWith("kafka:")) {
      return KafkaTopics.read(flag, text, problems)
          .map(
              topic ->
                  new DeadLetterFlag(Optional.empty(), Optional.of(topic), Optional.empty(), ""));
    }
    if (text.startsWith("pubsub:")) {
      return PubsubNames.read(flag, text, problems).map(DeadLetterFlag::of);
    }
    if (!text.equals("postgres") && !text.startsWith("jdbc:postgresql:")) {
      problems.flag(
          flag,
          text,
          "files:<folder>, kafka:<topic>, kafka://host:port/topic, pubsub://project/topic, postgres"
              + " or jdbc:postgresql://host:port/database",
          "files:dead-letters");
      return Optional.empty();
    }
    return DatabaseAddresses.read(flag, text, problems)
        .map(
            place ->
                new DeadLetterFlag(
                    Optional.of(place.database()), Optional.empty(), Optional.empty(), ""));
  }

  private static DeadLetterFlag of(PubsubAddress topic) {
    return new DeadLetterFlag(Optional.empty(), Optional.empty(), Optional.of(topic), "");
  }

  private static Optional<DeadLetterFlag> folder(String flag, String text, Problems problems) {
    String folder = text.substring(FILES.length());
    if (folder.isBlank() || UNFIT.matcher(folder).find()) {
      problems.flag(flag, text, "files:<folder>, without *, ?, [] or {}", "files:dead-letters");
      return Optional.empty();
    }
    return Optional.of(
        new DeadLetterFlag(Optional.empty(), Optional.empty(), Optional.empty(), folder));
  }
}
