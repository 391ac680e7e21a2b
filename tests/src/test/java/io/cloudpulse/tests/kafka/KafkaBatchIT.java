package io.cloudpulse.tests.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaListing;
import io.cloudpulse.transforms.kafka.KafkaPositions;
import io.cloudpulse.transforms.kafka.KafkaRange;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.ReadKafkaRanges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Topics read as a batch, from a real broker. */
@ExtendWith(KafkaServer.class)
class KafkaBatchIT {
  private static final Dataset THINGS = Things.byId();

  @Test
  void readsEveryCommittedMessageOfEveryPartitionOnce(Topics topics) {
    String topic = topics.topic(4);
    try (Sent sent = Sent.to(topics, topic)) {
      LongStream.range(0, 1000).forEach(i -> sent.send((int) (i % 4), null, Things.json(i)));
      sent.send(2, null, "not JSON").send(3, "17", null);
    }

    read(topics, topic, "batch");

    assertThat(Gathered.of("batch")).hasSize(1001).anyMatch(row -> row.contains("deleted [17"));
    assertThat(Gathered.of("batch refused")).hasSize(1);
    assertThat(Gathered.sorted("batch tallies"))
        .containsExactly("250 of 250", "250 of 250", "250 of 251", "251 of 251");
  }

  @Test
  void passesOverTransactionsThatWereAbortedAndTheirMarks(Topics topics) {
    String topic = topics.topic(1);
    try (Sent sent = new Sent(topics, topic, Map.of("transactional.id", topic))) {
      sent.producer().initTransactions();
      for (long i = 0; i < 20; i++) {
        sent.producer().beginTransaction();
        sent.send(0, null, Things.json(i));
        sent.producer().flush();
        if (i % 2 == 0) {
          sent.producer().commitTransaction();
        } else {
          sent.producer().abortTransaction();
        }
      }
    }

    read(topics, topic, "transactions");

    assertThat(Gathered.of("transactions")).hasSize(10);
  }

  @Test
  void passesOverWhatIsDeletedBeforeAndFailsIfItIsDeletedMeanwhile(Topics topics) {
    String topic = topics.topic(1);
    try (Sent sent = Sent.to(topics, topic)) {
      LongStream.range(0, 100).forEach(i -> sent.send(0, null, Things.json(i)));
    }
    KafkaAddress address = KafkaAddress.parse(topics.address(topic));
    List<KafkaRange> before = KafkaListing.of(address);
    delete(topics, topic, 40);

    read(topics, topic, "expired");

    assertThat(Gathered.of("expired")).hasSize(60);
    assertThatThrownBy(() -> read(address, before, "gone"))
        .hasMessageContaining("no longer has offset 0, which was there when the work was listed");
  }

  @Test
  void saysWhatIsWrongWithAnAddress(Topics topics) {
    KafkaAddress missing = KafkaAddress.parse(topics.address("missing"));
    KafkaAddress silent = KafkaAddress.parse("kafka://127.0.0.1:1/a");

    assertThatThrownBy(() -> KafkaListing.of(missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there is no topic missing at 127.0.0.1");
    assertThatThrownBy(() -> KafkaListing.of(silent))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Kafka at 127.0.0.1:1 does not answer");
  }

  @Test
  void knowsWhereAGroupIsAndSetsIt(Topics topics) {
    String topic = topics.topic(2);
    try (Sent sent = Sent.to(topics, topic)) {
      sent.send(0, null, "a").send(0, null, "b").send(1, null, "c");
    }
    try (KafkaPositions positions = KafkaPositions.in(KafkaAddress.parse(topics.address(topic)))) {
      assertThat(positions.committed("g-" + topic)).isEmpty();
      assertThat(positions.lag("g-" + topic)).isEqualTo(Map.of(0, 2L, 1, 1L));

      positions.commit("g-" + topic, Map.of(0, 1L, 1, 1L));

      assertThat(positions.committed("g-" + topic)).isEqualTo(Map.of(0, 1L, 1, 1L));
      assertThat(positions.lag("g-" + topic)).isEqualTo(Map.of(0, 1L, 1, 0L));
      assertThat(positions.at(Instant.EPOCH)).isEqualTo(Map.of(0, 0L, 1, 0L));
      assertThat(positions.at(Instant.parse("2098-01-01T00:00:00Z")))
          .isEqualTo(Map.of(0, 2L, 1, 1L));
    }
  }

  private static void delete(Topics topics, String topic, long before) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", topics.bootstrap()))) {
      TopicPartition partition = new TopicPartition(topic, 0);
      Object unused =
          admin
              .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
              .all()
              .toCompletionStage()
              .toCompletableFuture()
              .join();
    }
  }

  private static void read(Topics topics, String topic, String name) {
    KafkaAddress address = KafkaAddress.parse(topics.address(topic) + "?layout=feed");
    read(address, KafkaListing.of(address), name);
  }

  private static void read(KafkaAddress address, List<KafkaRange> ranges, String name) {
    Pipeline pipeline = Runs.on("direct");
    MessageOrigin origin = MessageOrigin.of(THINGS, address, Optional.empty(), "run", false);
    Gathered.gather(pipeline.apply("Read", ReadKafkaRanges.of(origin, ranges)), name);
    pipeline.run().waitUntilFinish();
  }
}
