package io.cloudpulse.transforms.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Key;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;

/** What is told of a partition's event time, with what is told of its records. */
class ChunkWatermarkTest {
  private static final long NOW = Messages.SENT.toEpochMilli();

  private final StreamSettings settings =
      StreamSettings.of("group").withTimes(Duration.ofSeconds(5), Duration.ofSeconds(10));

  @Test
  void isTheNewestEventLessHowFarOutOfOrderEventsMayCome() throws IOException {
    RangeTally tally = read("{\"id\": 1, \"seen\": \"2024-03-01T11:00:00Z\"}");

    assertThat(tally.getAccepted()).isEqualTo(1);
    assertThat(tally.getWatermark()).isEqualTo(Instant.parse("2024-03-01T10:59:55Z"));
  }

  @Test
  void isNotThereBeforeAnEventCouldBeRead() throws IOException {
    RangeTally tally = read("not JSON");

    assertThat(tally.getRead()).isEqualTo(1);
    assertThat(tally.getWatermark()).isNull();
  }

  private RangeTally read(String message) throws IOException {
    MessageOrigin origin =
        MessageOrigin.of(
            MessageReadingTest.things(Key.fields(List.of("id"))),
            KafkaAddress.parse("kafka://localhost:9092/things"),
            Optional.empty(),
            "run",
            false);
    ChunkMaker maker =
        new ChunkMaker(
            origin,
            0,
            new RecordFinisher(origin.dataset()),
            new PartitionClock(settings, NOW),
            null);
    return maker
        .read(List.of(Messages.message(0, 0, Messages.SENT, null, Messages.bytes(message))), NOW)
        .tally();
  }
}
