package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.kafka.ReaderClock.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The messages of some partitions, a piece of one partition at a time, and how far each has come.
 * All but {@link #commitLater} is for one thread.
 */
final class PartitionMessages implements AutoCloseable {
  /** Short, for a runner may hold a lock meanwhile. */
  private static final Duration WAIT = Duration.ofMillis(20);

  private final Consumer<byte[], byte[]> consumer;
  private final @Nullable Map<Integer, Long> until;
  private final Map<Integer, TopicPartition> partitions = new TreeMap<>();
  private final Map<Integer, Long> positions = new TreeMap<>();
  private final Queue<Piece> pieces = new ArrayDeque<>();
  private final AtomicReference<Map<Integer, KafkaStreamMark.Place>> safe = new AtomicReference<>();

  /** Neighbouring messages of one partition. */
  record Piece(int partition, List<ConsumerRecord<byte[], byte[]>> messages) {}

  /** Begins at a mark; without one, where the group has come to. */
  PartitionMessages(KafkaStreamSource source, @Nullable KafkaStreamMark mark) {
    this.consumer = KafkaClients.reader(source.origin().kafka(), source.settings().group());
    this.until = source.settings().until();
    String topic = source.origin().kafka().topic();
    source.partitions().forEach(i -> partitions.put(i, new TopicPartition(topic, i)));
    consumer.assign(partitions.values());
    partitions.forEach((i, partition) -> begin(i, partition, mark));
  }

  private void begin(int number, TopicPartition partition, @Nullable KafkaStreamMark mark) {
    if (mark != null && mark.places().containsKey(number)) {
      consumer.seek(partition, mark.places().get(number).next());
    }
    positions.put(number, consumer.position(partition));
    pauseAtEnd(number, partition);
  }

  /** The next piece; null if none came. */
  @Nullable Piece next() {
    commit();
    if (pieces.isEmpty() && !ended()) {
      poll();
    }
    Piece piece = pieces.poll();
    if (piece != null) {
      List<ConsumerRecord<byte[], byte[]>> messages = piece.messages();
      positions.put(piece.partition(), messages.get(messages.size() - 1).offset() + 1);
    }
    return piece;
  }

  private void poll() {
    partitions.forEach(this::settle);
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(WAIT);
    for (TopicPartition partition : polled.partitions()) {
      long end = end(partition.partition());
      List<ConsumerRecord<byte[], byte[]>> messages =
          polled.records(partition).stream().filter(message -> message.offset() < end).toList();
      if (!messages.isEmpty()) {
        pieces.add(new Piece(partition.partition(), messages));
      }
    }
    if (pieces.isEmpty()) {
      partitions.forEach(this::settle);
    }
  }

  /** All that was polled is read: what lies between its last message and here holds none. */
  private void settle(int number, TopicPartition partition) {
    positions.put(number, Math.min(consumer.position(partition), end(number)));
    pauseAtEnd(number, partition);
  }

  private void pauseAtEnd(int number, TopicPartition partition) {
    if (positions.get(number) >= end(number)) {
      consumer.pause(List.of(partition));
    }
  }

  private long end(int partition) {
    return until == null ? Long.MAX_VALUE : until.getOrDefault(partition, 0L);
  }

  /** True if each partition is read to where reading ends. */
  boolean ended() {
    return positions.entrySet().stream().allMatch(at -> at.getValue() >= end(at.getKey()));
  }

  /** How far each partition is read. */
  Map<Integer, Progress> progress() {
    Map<Integer, Progress> progress = new HashMap<>();
    partitions.forEach((number, partition) -> progress.put(number, progress(number, partition)));
    return progress;
  }

  private Progress progress(int number, TopicPartition partition) {
    if (positions.get(number) >= end(number)) {
      return Progress.ENDED;
    }
    boolean caughtUp = pieces.isEmpty() && consumer.currentLag(partition).orElse(1) == 0;
    return caughtUp ? Progress.CAUGHT_UP : Progress.BEHIND;
  }

  /** Next offset of each partition. */
  Map<Integer, Long> positions() {
    return positions;
  }

  /** Lets the group commit when the reader comes by; any thread may call it. */
  void commitLater(Map<Integer, KafkaStreamMark.Place> places) {
    safe.set(places);
  }

  private void commit() {
    Map<Integer, KafkaStreamMark.Place> places = safe.getAndSet(null);
    if (places != null) {
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      places.forEach(
          (number, place) ->
              offsets.put(partitions.get(number), new OffsetAndMetadata(place.next())));
      consumer.commitAsync(offsets, null);
    }
  }

  @Override
  public void close() {
    commit();
    consumer.close(Duration.ofSeconds(5));
  }
}
