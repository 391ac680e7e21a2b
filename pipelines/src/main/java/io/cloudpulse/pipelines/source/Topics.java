package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.kafka.KafkaPositions;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import java.util.Map;
import java.util.function.Supplier;

/** What is asked of a cluster before a job starts. */
final class Topics {
  static final String OWN_TIME = "the messages' own time";

  private Topics() {}

  /** Offsets after the last messages, by partition; none of a topic that is known not to run. */
  static Map<Integer, Long> ends(SourceAddress.Topic topic) {
    return asked(
        topic,
        () -> {
          try (KafkaPositions positions = KafkaPositions.in(topic.address())) {
            return positions.latest();
          }
        },
        Map.of());
  }

  /** What is known of the messages of a topic. */
  static MessageOrigin origin(MoveSettings settings, SourceAddress.Topic topic, String run) {
    return MessageOrigin.of(
            settings.dataset(),
            topic.address(),
            settings.asOf(),
            run,
            settings.refuseUnknownColumns())
        .lookingUp(settings.lookup())
        .archivingTo(settings.archivePlace());
  }

  /**
   * The answer; one that is known not to run is not asked, so that a plan can be made without it.
   *
   * @throws StoppedException if it does not answer
   */
  static <T> T asked(SourceAddress.Topic topic, Supplier<T> question, T unknown) {
    if (topic.trouble().isPresent()) {
      return unknown;
    }
    try {
      return question.get();
    } catch (IllegalStateException unreachable) {
      throw StoppedException.because(ExitCode.FAILED, unreachable.getMessage(), unreachable);
    }
  }
}
