package io.cloudpulse.pipelines.source;

import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.archive.Archive;
import io.cloudpulse.transforms.kafka.KafkaListing;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.ReadKafkaRanges;
import io.cloudpulse.transforms.kafka.ReadKafkaRound;
import io.cloudpulse.transforms.kafka.StreamSettings;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;

/** One round of a topic: rows of its own offsets, windows of all the log up to its end. */
record TopicRound(TopicRounds all, Round round, Map<Integer, Long> began) implements SourceWork {
  @Override
  public String extent() {
    return "%,d offsets".formatted(round.size());
  }

  @Override
  public String ownTime() {
    return all.ownTime();
  }

  @Override
  public ReadKafkaRound read(String run) {
    StreamSettings times =
        StreamSettings.of(TopicStream.group(all.stream().job()))
            .withTimes(all.stream().outOfOrder(), all.stream().idleAfter());
    return ReadKafkaRound.of(origin(run), round, times);
  }

  /** What is in windows, nothing keeps between rounds: the log has it. */
  @Override
  public Optional<PTransform<PBegin, PCollectionTuple>> again(String run) {
    if (all.settings().windows().isEmpty()) {
      return Optional.empty();
    }
    MessageOrigin origin = origin(run).archivingTo(Archive.none());
    return Optional.of(
        ReadKafkaRanges.of(origin, KafkaListing.between(origin.kafka(), began, round.from())));
  }

  private MessageOrigin origin(String run) {
    return Topics.origin(all.settings(), all.topic(), run);
  }
}
