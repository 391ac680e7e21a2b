package io.cloudpulse.transforms.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Sends lines to a topic, each once: those of one key in their order to one partition, those
 * without a key to any. Fails if the cluster did not take one of them, at the latest when closed.
 */
public final class KafkaLines implements AutoCloseable {
  private final KafkaAddress address;
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Callback noteFailure =
      (sent, failed) -> {
        if (failed != null) {
          failure.compareAndSet(null, failed);
        }
      };

  private KafkaLines(KafkaAddress address) {
    this.address = address;
    this.producer = KafkaClients.writer(address);
  }

  /** To the topic of an address. */
  public static KafkaLines to(KafkaAddress address) {
    return new KafkaLines(address);
  }

  /** Sends a line without a key, at the time it is sent. */
  public void send(byte[] line) {
    send(null, line, null);
  }

  /**
   * Sends a line.
   *
   * @param key text of its row's key; null for none
   * @param line null to say that the row is no more
   * @param at the message's time; null for now
   */
  public void send(@Nullable String key, byte @Nullable [] line, @Nullable Instant at) {
    throwFailure();
    Long timestamp = at == null ? null : at.toEpochMilli();
    byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
    var unused =
        producer.send(
            new ProducerRecord<>(address.topic(), null, timestamp, keyBytes, line), noteFailure);
  }

  /** Waits until the cluster has all that was sent. */
  public void flush() {
    producer.flush();
    throwFailure();
  }

  private void throwFailure() {
    Exception failed = failure.get();
    if (failed != null) {
      throw new UncheckedIOException(
          new IOException(address.place() + " did not take a message", failed));
    }
  }

  @Override
  public void close() {
    producer.close();
    throwFailure();
  }
}
