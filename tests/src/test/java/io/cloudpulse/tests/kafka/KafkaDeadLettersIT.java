package io.cloudpulse.tests.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaDeadLetters;
import io.cloudpulse.transforms.kafka.KafkaLines;
import io.cloudpulse.transforms.kafka.KafkaPositions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dead letters and lines that are sent to a real broker. */
@ExtendWith(KafkaServer.class)
class KafkaDeadLettersIT {
  private static final int NEW_TOPICS = 50;

  @Test
  void givesEachLetterOfARunBackOnce(Topics topics) throws IOException {
    KafkaDeadLetters kept =
        KafkaDeadLetters.in(KafkaAddress.parse(topics.address(topics.topic(1))));
    keep(kept, letter("a", "run-1"), letter("b", "run-1"));
    keep(kept, letter("a", "run-1"), letter("a", "run-2"));

    List<DeadLetter> all = new ArrayList<>();
    List<DeadLetter> second = new ArrayList<>();
    kept.read(all::add, closing -> {});
    kept.readRun("run-2", second::add);

    assertThat(all)
        .containsExactlyInAnyOrder(
            letter("a", "run-1"), letter("b", "run-1"), letter("a", "run-2"));
    assertThat(second).containsExactly(letter("a", "run-2"));
  }

  @Test
  void sendsEveryLine(Topics topics) {
    KafkaAddress address = KafkaAddress.parse(topics.address(topics.topic(2)));

    try (KafkaLines lines = KafkaLines.to(address)) {
      for (int i = 0; i < 1000; i++) {
        lines.send("key", "line".getBytes(UTF_8), Things.NOON);
      }
    }

    try (KafkaPositions positions = KafkaPositions.in(address)) {
      assertThat(positions.latest().values()).containsExactlyInAnyOrder(0L, 1000L);
      assertThat(positions.at(Things.NOON.plusSeconds(1))).isEqualTo(positions.latest());
      assertThat(positions.at(Things.NOON)).isEqualTo(Map.of(0, 0L, 1, 0L));
    }
  }

  /** One in twelve refused its first lines for ever, with more requests than one under way. */
  @Test
  void sendsEveryLineToATopicJustMade(Topics topics) {
    for (int i = 0; i < NEW_TOPICS; i++) {
      KafkaAddress address = KafkaAddress.parse(topics.address(topics.topic(4)));
      try (KafkaLines lines = KafkaLines.to(address)) {
        for (int line = 0; line < 20_000; line++) {
          lines.send(new byte[100]);
        }
      }
      try (KafkaPositions positions = KafkaPositions.in(address)) {
        assertThat(positions.latest().values().stream().mapToLong(Long::longValue).sum())
            .isEqualTo(20_000);
      }
    }
  }

  private static void keep(KafkaDeadLetters kept, DeadLetter... letters) {
    kept.prepare();
    Pipeline pipeline = Runs.on("direct");
    pipeline.apply(Create.of(List.of(letters))).apply("Keep", kept);
    pipeline.run().waitUntilFinish();
  }

  private static DeadLetter letter(String id, String run) {
    return DeadLetter.builder()
        .setId(id)
        .setRun(run)
        .setDataset("tests.events")
        .setStep("read")
        .setReason("type")
        .setMessage("wrong")
        .setField("id")
        .setOriginal(new byte[] {(byte) 0xC3, 0})
        .setSource("kafka://host:1/topic/0")
        .setOffset(3)
        .setLine(0)
        .build();
  }
}
