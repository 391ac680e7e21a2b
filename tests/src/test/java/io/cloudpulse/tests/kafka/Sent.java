package io.cloudpulse.tests.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.tests.kit.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages to one topic; closing waits until the broker has them all. */
final class Sent implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  Sent(Topics topics, String topic, Map<String, Object> more) {
    Map<String, Object> config = new java.util.HashMap<>(more);
    config.put("bootstrap.servers", topics.bootstrap());
    config.put("max.request.size", 8 << 20);
    // A broker takes the second batch of a new producer while the first is still tried, for ever.
    config.put("max.in.flight.requests.per.connection", 1);
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.topic = topic;
  }

  static Sent to(Topics topics, String topic) {
    return new Sent(topics, topic, Map.of());
  }

  Sent send(int partition, String key, String payload) {
    return send(partition, bytes(key), bytes(payload));
  }

  Sent send(int partition, byte[] key, byte[] payload) {
    var unused = producer.send(new ProducerRecord<>(topic, partition, key, payload));
    return this;
  }

  KafkaProducer<byte[], byte[]> producer() {
    return producer;
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
