package io.cloudpulse.pipelines.flags;

import io.cloudpulse.pipelines.local.LocalKafka;
import io.cloudpulse.pipelines.local.PulseHome;
import io.cloudpulse.pipelines.local.RunningService;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import java.util.Optional;

/** Reads the addresses of topics; {@code kafka:<topic>} means the broker of {@code pulse up}. */
public final class KafkaTopics {
  private static final String FULL = "kafka://";
  private static final String LOCAL = "kafka:";
  private static final String NOWHERE = "kafka://127.0.0.1:9092";

  private KafkaTopics() {}

  /** Reads an address; one that is none becomes a problem, and is empty. */
  public static Optional<SourceAddress.Topic> read(String flag, String text, Problems problems) {
    boolean local = !text.startsWith(FULL);
    Optional<String> running = local ? running() : Optional.empty();
    String full = local ? running.orElse(NOWHERE) + "/" + text.substring(LOCAL.length()) : text;
    Optional<String> trouble =
        local && running.isEmpty()
            ? Optional.of(SinkAddresses.NOT_RUNNING.formatted("Kafka"))
            : Optional.empty();
    try {
      return Optional.of(new SourceAddress.Topic(text, KafkaAddress.parse(full), trouble));
    } catch (IllegalArgumentException wrong) {
      problems.add("--" + flag + ": " + wrong.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<String> running() {
    return LocalKafka.in(PulseHome.folder()).running().map(RunningService::address);
  }
}
