package io.cloudpulse.transforms.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients that keep our promise, whatever a file of properties says besides. */
final class KafkaClients {
  /** As many as a sink stores at once. */
  private static final int MOST_POLLED = 2_000;

  private KafkaClients() {}

  /** A client for questions: about topics, offsets and groups. */
  static Admin admin(KafkaAddress address) {
    Map<String, Object> config = ClientProperties.of(address);
    config.put("client.id", "pulse-admin");
    config.put("request.timeout.ms", 5_000);
    config.put("default.api.timeout.ms", 10_000);
    return Admin.create(config);
  }

  /** A reader of committed messages that keeps no positions of its own. */
  static Consumer<byte[], byte[]> reader(KafkaAddress address) {
    Map<String, Object> config = consumer(address);
    config.put("auto.offset.reset", "none");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A reader of committed messages that begins where its group has come to, or at the start. */
  static Consumer<byte[], byte[]> reader(KafkaAddress address, String group) {
    Map<String, Object> config = consumer(address);
    config.put("group.id", group);
    config.put("auto.offset.reset", "earliest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Map<String, Object> consumer(KafkaAddress address) {
    Map<String, Object> config = ClientProperties.of(address);
    config.put("enable.auto.commit", false);
    config.put("isolation.level", "read_committed");
    config.put("allow.auto.create.topics", false);
    config.putIfAbsent("max.poll.records", MOST_POLLED);
    config.putIfAbsent("max.partition.fetch.bytes", 4 << 20);
    return config;
  }

  /**
   * A writer whose retries leave no second message. It has one request under way at a time: with
   * more, a new topic may refuse the first and take the second, and then refuses the first for ever
   * (KAFKA-15591, in brokers before 4.5).
   */
  static Producer<byte[], byte[]> writer(KafkaAddress address) {
    Map<String, Object> config = ClientProperties.of(address);
    config.put("acks", "all");
    config.put("enable.idempotence", true);
    config.put("max.in.flight.requests.per.connection", 1);
    config.putIfAbsent("linger.ms", 20);
    config.putIfAbsent("batch.size", 1 << 18);
    config.putIfAbsent("max.request.size", 16 << 20);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
