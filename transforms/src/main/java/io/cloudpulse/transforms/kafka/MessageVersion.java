package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.SetRange;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The version of the row that a message is about. */
final class MessageVersion {
  private static final String SENT = "the message's timestamp";

  private final MessageOrigin origin;
  private final boolean told;

  MessageVersion(MessageOrigin origin) {
    this.origin = origin;
    this.told = origin.dataset().version().isPresent();
  }

  /** Of a record: from the record itself, if its dataset says so. */
  long of(Object[] values, ConsumerRecord<byte[], byte[]> message, RecordFinisher finisher) {
    return told ? finisher.version(values, Instant.EPOCH, 0) : ofLoad(message);
  }

  /**
   * Of a deletion. A record's version may come from its content, which a deletion has none of: of
   * the same millisecond, the deletion wins.
   */
  long ofDeletion(ConsumerRecord<byte[], byte[]> message) {
    return told ? Version.ofRecord(SENT, sent(message), -1L) : ofLoad(message);
  }

  /** For a replay; 0 where there is none. */
  long ofLoadOrNone(ConsumerRecord<byte[], byte[]> message) {
    try {
      return ofLoad(message);
    } catch (Refusal outOfRange) {
      return 0;
    }
  }

  /** Of one partition and millisecond, the later offset wins: the low bits are the offset's. */
  private long ofLoad(ConsumerRecord<byte[], byte[]> message) {
    if (origin.asOf() == null) {
      return Version.ofRecord(SENT, sent(message), message.offset());
    }
    return SetRange.is(origin.address().place()) // Then the offset is no place.
        ? Version.ofRecord("--asOf", origin.asOf(), message.offset())
        : Version.ofLoad(origin.asOf(), message.offset());
  }

  /** Only messages older than Kafka 0.10 carry no time. */
  private static Instant sent(ConsumerRecord<byte[], byte[]> message) {
    return message.timestamp() == ConsumerRecord.NO_TIMESTAMP
        ? Instant.EPOCH
        : Instant.ofEpochMilli(message.timestamp());
  }
}
