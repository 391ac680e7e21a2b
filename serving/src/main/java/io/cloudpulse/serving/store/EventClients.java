package io.cloudpulse.serving.store;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients of Kafka that keep our promise, whatever a file of properties says besides. */
record EventClients(String servers, Optional<Path> properties) {
  private static final int ONE_ASKED = 2_500;
  private static final int PATIENCE = 5_000;

  private Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>();
    properties.ifPresent(
        file ->
            read(file)
                .forEach((name, value) -> config.put(String.valueOf(name), String.valueOf(value))));
    config.put("bootstrap.servers", servers);
    config.put("client.id", "pulse-serve");
    config.put("request.timeout.ms", ONE_ASKED);
    config.put("default.api.timeout.ms", PATIENCE);
    return config;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      properties.load(text);
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("--kafkaProperties cannot be read: " + file, unreadable);
    }
  }

  Admin admin() {
    return Admin.create(config());
  }

  /**
   * A writer whose retries leave no second message. It has one request under way at a time: with
   * more, a new topic may refuse the first and take the second, and then refuses the first for ever
   * (KAFKA-15591, in brokers before 4.5).
   */
  Producer<byte[], byte[]> writer() {
    Map<String, Object> config = config();
    config.remove("default.api.timeout.ms"); // not a producer's
    config.put("acks", "all");
    config.put("enable.idempotence", true);
    config.put("max.in.flight.requests.per.connection", 1);
    config.put("linger.ms", 0);
    config.put("max.block.ms", PATIENCE);
    config.put("delivery.timeout.ms", PATIENCE);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A reader that keeps no positions. */
  Consumer<byte[], byte[]> reader() {
    Map<String, Object> config = config();
    config.put("enable.auto.commit", false);
    config.put("auto.offset.reset", "earliest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
