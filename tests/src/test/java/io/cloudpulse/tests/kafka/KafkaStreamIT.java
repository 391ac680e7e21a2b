package io.cloudpulse.tests.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaListing;
import io.cloudpulse.transforms.kafka.KafkaPositions;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.ReadKafkaRanges;
import io.cloudpulse.transforms.kafka.ReadKafkaStream;
import io.cloudpulse.transforms.kafka.StreamSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics read as a stream, from a real broker, on each runner. */
@ExtendWith(KafkaServer.class)
class KafkaStreamIT {
  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void readsTheSameAsABatchAndEndsByItself(String runner, Topics topics) {
    String topic = topics.topic(4);
    try (Sent sent = Sent.to(topics, topic)) {
      LongStream.range(0, 2000).forEach(i -> sent.send((int) (i % 3), null, Things.json(i)));
      sent.send(2, null, "not JSON").send(1, "17", null);
    }
    KafkaAddress address = KafkaAddress.parse(topics.address(topic) + "?layout=feed");
    readBatch(address, "batch for " + runner);
    Pipeline pipeline = Runs.on(runner, "--streaming=true");

    readStream(pipeline, address, settings(address), "stream on " + runner);
    pipeline.run().waitUntilFinish();

    assertThat(Gathered.sorted("stream on " + runner))
        .isEqualTo(Gathered.sorted("batch for " + runner))
        .hasSize(2001);
    assertThat(Gathered.sorted("stream on " + runner + " refused"))
        .isEqualTo(Gathered.sorted("batch for " + runner + " refused"))
        .hasSize(1);
    assertThat(Gathered.of("stream on " + runner + " late")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flink"})
  void losesNothingWhenItGoesOnAfterItWasCancelled(String runner, Topics topics) throws Exception {
    String topic = topics.topic(2);
    KafkaAddress address = KafkaAddress.parse(topics.address(topic) + "?layout=feed");
    StreamSettings forEver = StreamSettings.of("g-" + topic);
    Pipeline first = Runs.on(runner, "--streaming=true", "--attachedMode=false");
    readStream(first, address, forEver, "restart");
    try (Sent sent = Sent.to(topics, topic);
        KafkaPositions positions = KafkaPositions.in(address)) {
      LongStream.range(0, 500).forEach(i -> sent.send((int) (i % 2), null, Things.json(i)));
      PipelineResult running = first.run();
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> positions.committed("g-" + topic).equals(Map.of(0, 250L, 1, 250L)));
      running.cancel();
      LongStream.range(500, 900).forEach(i -> sent.send((int) (i % 2), null, Things.json(i)));
    }
    Pipeline second = Runs.on(runner, "--streaming=true");

    readStream(second, address, settings(address), "restarted");
    second.run().waitUntilFinish();

    assertThat(Gathered.of("restarted")).hasSize(400);
    List<String> both =
        java.util.stream.Stream.of("restart", "restarted")
            .flatMap(name -> Gathered.of(name).stream())
            .distinct()
            .toList();
    assertThat(both).hasSize(900);
  }

  private static StreamSettings settings(KafkaAddress address) {
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      return StreamSettings.of("g-" + address.topic())
          .withAllowedLateness(Optional.of(Duration.ofMinutes(1)))
          .withUntil(Optional.of(positions.latest()));
    }
  }

  private static void readStream(
      Pipeline pipeline, KafkaAddress address, StreamSettings settings, String name) {
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      Gathered.gather(
          pipeline.apply(
              "Read", ReadKafkaStream.of(origin(address), settings, positions.partitions())),
          name);
    }
  }

  private static void readBatch(KafkaAddress address, String name) {
    Pipeline pipeline = Runs.on("direct");
    Gathered.gather(
        pipeline.apply("Read", ReadKafkaRanges.of(origin(address), KafkaListing.of(address))),
        name);
    pipeline.run().waitUntilFinish();
  }

  private static MessageOrigin origin(KafkaAddress address) {
    return MessageOrigin.of(Things.byId(), address, Optional.empty(), "run", false);
  }
}
