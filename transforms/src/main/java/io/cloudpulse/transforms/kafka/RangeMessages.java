package io.cloudpulse.transforms.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * The messages of one range. Offsets without a message (compacted ones, ends of transactions) are
 * passed over: the consumer's position tells when the range is done, not its messages.
 */
final class RangeMessages {
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** After so many polls that brought nothing, a broker is taken for gone. */
  private static final int MOST_EMPTY = 60;

  /** What is done with a message. */
  interface Step {
    void read(ConsumerRecord<byte[], byte[]> message) throws IOException;
  }

  private final Consumer<byte[], byte[]> consumer;
  private final KafkaRange range;
  private final TopicPartition partition;

  RangeMessages(Consumer<byte[], byte[]> consumer, KafkaRange range) {
    this.consumer = consumer;
    this.range = range;
    this.partition = new TopicPartition(range.topic(), range.partition());
  }

  void forEach(Step step) throws IOException {
    consumer.assign(List.of(partition));
    consumer.seek(partition, range.from());
    int empty = 0;
    long position = range.from();
    while (position < range.to() && empty < MOST_EMPTY) {
      read(step);
      long next = position();
      empty = next == position ? empty + 1 : 0;
      position = next;
    }
    if (position < range.to()) {
      throw new IOException(
          "Kafka sent nothing of %s from offset %d for a minute".formatted(partition, position));
    }
  }

  private void read(Step step) throws IOException {
    try {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(WAIT).records(partition)) {
        if (message.offset() < range.to()) {
          step.read(message);
        }
      }
    } catch (OffsetOutOfRangeException gone) {
      throw new IOException(
          "%s no longer has offset %d, which was there when the work was listed: the topic's"
                  .formatted(partition, range.from())
              + " retention is shorter than this run; lengthen it, or run again",
          gone);
    }
  }

  private long position() {
    return consumer.position(partition);
  }
}
