package io.cloudpulse.transforms.kafka;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * The positions of one topic by partition: where it begins and ends, and where a group has come to.
 * Each answer comes within ten seconds or is an {@link IllegalStateException} that says what to do.
 */
public final class KafkaPositions implements AutoCloseable {
  private final KafkaAddress address;
  private final Admin admin;
  private final KafkaAnswers answers;
  private Set<Integer> partitions;

  private KafkaPositions(KafkaAddress address) {
    this.address = address;
    this.admin = KafkaClients.admin(address);
    this.answers = new KafkaAnswers(address);
  }

  /** Of an address's topic. */
  public static KafkaPositions in(KafkaAddress address) {
    return new KafkaPositions(address);
  }

  /** Numbers of the topic's partitions. */
  public Set<Integer> partitions() {
    if (partitions == null) {
      TopicDescription topic =
          answers.get(
              admin.describeTopics(Set.of(address.topic())).topicNameValues().get(address.topic()));
      Set<Integer> numbers = new java.util.TreeSet<>();
      topic.partitions().stream().map(TopicPartitionInfo::partition).forEach(numbers::add);
      partitions = numbers;
    }
    return partitions;
  }

  /** First offsets that are still there. */
  public Map<Integer, Long> earliest() {
    return offsets(OffsetSpec.earliest());
  }

  /** After the last committed messages. */
  public Map<Integer, Long> latest() {
    return offsets(OffsetSpec.latest());
  }

  /** First offsets of messages sent at a time or after; the end where there is none. */
  public Map<Integer, Long> at(Instant time) {
    Map<Integer, Long> ends = latest();
    Map<Integer, Long> found = offsets(OffsetSpec.forTimestamp(time.toEpochMilli()));
    found.replaceAll((partition, offset) -> offset < 0 ? ends.get(partition) : offset);
    return found;
  }

  private Map<Integer, Long> offsets(OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> asked = byPartition(partition -> spec);
    ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, ListOffsetsResultInfo> found =
        answers.get(admin.listOffsets(asked, committed).all());
    Map<Integer, Long> offsets = new TreeMap<>();
    found.forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
    return offsets;
  }

  /** Where a group has come to; a partition that it never committed is not in it. */
  public Map<Integer, Long> committed(String group) {
    ListConsumerGroupOffsetsResult asked = admin.listConsumerGroupOffsets(group);
    Map<Integer, Long> offsets = new TreeMap<>();
    answers
        .get(asked.partitionsToOffsetAndMetadata())
        .forEach(
            (partition, offset) -> {
              if (partition.topic().equals(address.topic()) && offset != null) {
                offsets.put(partition.partition(), offset.offset());
              }
            });
    return offsets;
  }

  /** Lets a group go on from other offsets; it must not be reading. */
  public void commit(String group, Map<Integer, Long> offsets) {
    Map<TopicPartition, OffsetAndMetadata> told = new HashMap<>();
    offsets.forEach(
        (partition, offset) ->
            told.put(
                new TopicPartition(address.topic(), partition), new OffsetAndMetadata(offset)));
    answers.get(admin.alterConsumerGroupOffsets(group, told).all());
  }

  /** How many offsets a group is behind the end; from the start where it has not begun. */
  public Map<Integer, Long> lag(String group) {
    Map<Integer, Long> begin = earliest();
    Map<Integer, Long> done = committed(group);
    Map<Integer, Long> lag = latest();
    lag.replaceAll(
        (partition, end) -> {
          long first = begin.get(partition);
          return Math.max(0, end - Math.max(first, done.getOrDefault(partition, first)));
        });
    return lag;
  }

  private <V> Map<TopicPartition, V> byPartition(Function<Integer, V> value) {
    Map<TopicPartition, V> values = new HashMap<>();
    partitions().forEach(i -> values.put(new TopicPartition(address.topic(), i), value.apply(i)));
    return values;
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ZERO);
  }
}
