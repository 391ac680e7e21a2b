package io.cloudpulse.tests.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.local.LocalKafka;
import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.RunningKafka;
import io.cloudpulse.pipelines.local.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LocalKafkaIT extends LocalServiceContract {
  private static final TopicPartition KEPT = new TopicPartition("kept", 0);
  private static final int FIVE_MEGABYTES = 5_000_000;

  @Override
  LocalService in(Path folder) {
    return LocalKafka.in(folder);
  }

  @Override
  LocalService brokenIn(Path folder) {
    return LocalKafka.in(folder).withSettings(Map.of("num.io.threads", "a lot"));
  }

  @Override
  String complaint() {
    return "Invalid value a lot for configuration num.io.threads";
  }

  @Override
  Path pidFile(Path folder) {
    return folder.resolve("kafka/pid");
  }

  @Override
  void write(RunningService server) {
    produce(server, KEPT.topic(), new byte[FIVE_MEGABYTES]);
  }

  @Override
  boolean holdsWhatWasWritten(RunningService server) throws Exception {
    try (Admin admin = Admin.create(clientOf(server))) {
      if (!admin.listTopics().names().get().contains(KEPT.topic())) {
        return false;
      }
    }
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            clientOf(server), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(KEPT));
      consumer.seekToBeginning(List.of(KEPT));
      ConsumerRecords<byte[], byte[]> found = consumer.poll(Duration.ofSeconds(30));
      return !found.isEmpty() && found.iterator().next().value().length == FIVE_MEGABYTES;
    }
  }

  @Test
  void givesATopicThatIsNewTwoPartitions() throws Exception {
    RunningService server = in(home).start();
    String topic = "new-" + UUID.randomUUID();

    produce(server, topic, new byte[1]);

    try (Admin admin = Admin.create(clientOf(server))) {
      assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions())
          .hasSize(2);
    }
  }

  private static void produce(RunningService server, String topic, byte[] value) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            clientOf(server), new ByteArraySerializer(), new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic, 0, null, value)).get();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static Map<String, Object> clientOf(RunningService server) {
    return Map.of(
        "bootstrap.servers",
        RunningKafka.class.cast(server).bootstrapServers(),
        "max.request.size",
        8 << 20);
  }
}
