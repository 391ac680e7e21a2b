package io.cloudpulse.transforms.kafka;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Reads messages of partition 3 without a broker and keeps what came of them. */
final class Messages implements MessageOutputs {
  static final Instant SENT = Instant.parse("2024-03-01T12:00:00Z");

  final List<VersionedRecord> records = new ArrayList<>();
  final List<DeadLetter> letters = new ArrayList<>();
  final List<String> counted = new ArrayList<>();
  private final MessageReading reading;
  private long offset;

  Messages(Dataset dataset, String address) {
    MessageOrigin origin =
        MessageOrigin.of(dataset, KafkaAddress.parse(address), Optional.empty(), "run", false);
    reading = new MessageReading(origin, 3, "range", new RecordFinisher(dataset), this);
  }

  Messages send(String key, String payload) {
    return send(bytes(key), bytes(payload));
  }

  Messages send(String payload) {
    return send(null, payload);
  }

  Messages send(byte[] key, byte[] payload) {
    try {
      reading.read(message(3, offset++, SENT, key, payload));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return this;
  }

  /** Reason and field of each dead letter. */
  List<String> refusals() {
    return letters.stream().map(letter -> letter.getReason() + " " + letter.getField()).toList();
  }

  static ConsumerRecord<byte[], byte[]> message(
      int partition, long offset, Instant sent, byte[] key, byte[] payload) {
    return new ConsumerRecord<>(
        "things",
        partition,
        offset,
        sent.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        0,
        key,
        payload,
        new RecordHeaders(),
        Optional.empty());
  }

  static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void accepted(VersionedRecord record, Optional<Instant> eventTime) {
    records.add(record);
  }

  @Override
  public void refused(DeadLetter letter, Reason reason) {
    letters.add(letter);
  }

  @Override
  public void count(String name) {
    counted.add(name);
  }
}
