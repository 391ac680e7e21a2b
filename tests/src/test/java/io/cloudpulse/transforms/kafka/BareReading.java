package io.cloudpulse.transforms.kafka;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A consumer by hand: polls, decodes with our classes, has it stored, commits; to the end. */
public final class BareReading {
  private static final Duration WAIT = Duration.ofMillis(100);

  private final MessageOrigin origin;
  private final String group;
  private final Map<Integer, Long> ends;

  private BareReading(MessageOrigin origin, String group, Map<Integer, Long> ends) {
    this.origin = origin;
    this.group = group;
    this.ends = ends;
  }

  /** Stores a batch. */
  public interface Taker {
    void take(List<VersionedRecord> batch) throws SQLException;
  }

  /** A reader of a topic as it is now. */
  public static BareReading of(Dataset dataset, KafkaAddress address, String group) {
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      MessageOrigin origin = MessageOrigin.of(dataset, address, Optional.empty(), "bare", false);
      return new BareReading(origin, group, positions.latest());
    }
  }

  /** Reads one of so many shares of the partitions; returns how many records it took. */
  public long read(int share, int shares, Taker taker) throws IOException, SQLException {
    Map<TopicPartition, MessageReading> readers = new HashMap<>();
    Batch batch = new Batch();
    RecordFinisher finisher = new RecordFinisher(origin.dataset());
    for (int partition : ends.keySet()) {
      if (partition % shares == share) {
        String range = origin.kafka().place(partition);
        readers.put(
            new TopicPartition(origin.kafka().topic(), partition),
            new MessageReading(origin, partition, range, finisher, batch));
      }
    }
    long taken = 0;
    try (Consumer<byte[], byte[]> consumer = KafkaClients.reader(origin.kafka(), group)) {
      consumer.assign(readers.keySet());
      while (isBehind(consumer)) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(WAIT)) {
          TopicPartition from = new TopicPartition(message.topic(), message.partition());
          readers.get(from).read(message);
        }
        taken += batch.records.size();
        batch.give(taker);
        consumer.commitSync();
      }
    }
    return taken;
  }

  private boolean isBehind(Consumer<byte[], byte[]> consumer) {
    return consumer.assignment().stream()
        .anyMatch(partition -> consumer.position(partition) < ends.get(partition.partition()));
  }

  /** What one poll brought. */
  private static final class Batch implements MessageOutputs {
    private final List<VersionedRecord> records = new ArrayList<>();

    void give(Taker taker) throws SQLException {
      if (!records.isEmpty()) {
        taker.take(records);
        records.clear();
      }
    }

    @Override
    public void accepted(VersionedRecord record, Optional<Instant> eventTime) {
      records.add(record);
    }

    @Override
    public void refused(DeadLetter letter, Reason reason) {
      throw new IllegalStateException("refused: " + letter);
    }

    @Override
    public void count(String name) {}
  }
}
