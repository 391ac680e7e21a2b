package io.cloudpulse.transforms.pubsub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.PubsubMessage;
import io.cloudpulse.transforms.Digest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Messages of a subscription in the form in which all messages are read: so the same bytes give the
 * same row, whatever brought them.
 */
final class Messages {
  /** The attribute that names a message's row, where no ordering key does. */
  static final String KEY = "pulse-key";

  private static final int NUMBERS = 18;

  private final PubsubAddress address;

  Messages(PubsubAddress address) {
    this.address = address;
  }

  /**
   * The message in its other form. Its offset is its identity: the server's id where that is a
   * number, else 63 bits of a digest. An id that the publisher declares names the message together
   * with what is in it, so that two messages that were given one id by mistake are both accounted
   * for. A message without data deletes the row that its key names, as in Kafka.
   */
  ConsumerRecord<byte[], byte[]> of(PubsubMessage message) {
    byte[] data = message.getData().toByteArray();
    return record(address, identity(message, data), sent(message), key(message), data);
  }

  static ConsumerRecord<byte[], byte[]> record(
      PubsubAddress address, long identity, long sent, byte[] key, byte[] data) {
    byte[] value = data.length == 0 ? null : data;
    return new ConsumerRecord<>(
        address.name(),
        0,
        identity,
        sent,
        TimestampType.CREATE_TIME,
        key == null ? -1 : key.length,
        data.length,
        key,
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private long identity(PubsubMessage message, byte[] data) {
    String declared =
        address.idAttribute().isEmpty()
            ? ""
            : message.getAttributesOrDefault(address.idAttribute(), "");
    String id = message.getMessageId();
    if (declared.isEmpty() && id.length() <= NUMBERS && isNumber(id)) {
      return Long.parseLong(id);
    }
    Digest digest = new Digest().add(declared.isEmpty() ? id : declared);
    byte[] key = key(message);
    digest = digest.add(data).add(key == null ? new byte[0] : key);
    return ByteBuffer.wrap(digest.bytes()).getLong() & Long.MAX_VALUE;
  }

  private static boolean isNumber(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static byte[] key(PubsubMessage message) {
    String key = message.getAttributesOrDefault(KEY, message.getOrderingKey());
    return key.isEmpty() ? null : key.getBytes(UTF_8);
  }

  /** As the attribute has it, in milliseconds or as RFC 3339; else when the server took it. */
  private long sent(PubsubMessage message) {
    long published = Timestamps.toMillis(message.getPublishTime());
    if (address.timestampAttribute().isEmpty()) {
      return published;
    }
    String told = message.getAttributesOrDefault(address.timestampAttribute(), "");
    try {
      return isNumber(told) && told.length() <= NUMBERS
          ? Long.parseLong(told)
          : Instant.parse(told).toEpochMilli();
    } catch (DateTimeParseException unreadable) {
      return published;
    }
  }
}
