package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.transforms.kafka.KafkaListing;
import io.cloudpulse.transforms.kafka.KafkaRange;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.ReadKafkaRanges;
import java.util.List;

/** The messages that a topic holds at launch. */
record TopicRanges(MoveSettings settings, SourceAddress.Topic topic, List<KafkaRange> ranges)
    implements SourceWork {
  static TopicRanges of(MoveSettings settings, SourceAddress.Topic topic) {
    return new TopicRanges(
        settings, topic, Topics.asked(topic, () -> KafkaListing.of(topic.address()), List.of()));
  }

  @Override
  public String extent() {
    long messages = ranges.stream().mapToLong(range -> range.to() - range.from()).sum();
    long partitions = ranges.stream().map(KafkaRange::partition).distinct().count();
    return "%,d offsets in %,d partitions".formatted(messages, partitions);
  }

  @Override
  public String ownTime() {
    return Topics.OWN_TIME;
  }

  @Override
  public List<String> rangeNames() {
    return ranges.stream().map(range -> range.id(topic.address())).toList();
  }

  @Override
  public ReadKafkaRanges read(String run) {
    MessageOrigin origin = Topics.origin(settings, topic, run);
    return ReadKafkaRanges.of(origin, ranges);
  }
}
