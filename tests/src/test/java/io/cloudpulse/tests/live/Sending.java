package io.cloudpulse.tests.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.tests.kit.Topics;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages of given times to one topic; closing waits until the broker has them all. */
final class Sending implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  private Sending(Topics topics, String topic) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                topics.bootstrap(),
                "max.in.flight.requests.per.connection",
                1),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.topic = topic;
  }

  static Sending to(Topics topics, String topic) {
    return new Sending(topics, topic);
  }

  /**
   * Sends one message.
   *
   * @param payload null to delete the row
   */
  Sending send(String key, String payload, Instant at) {
    byte[] bytes = payload == null ? null : payload.getBytes(UTF_8);
    var unused =
        producer.send(
            new ProducerRecord<>(topic, null, at.toEpochMilli(), key.getBytes(UTF_8), bytes));
    return this;
  }

  @Override
  public void close() {
    producer.close();
  }
}
