package io.cloudpulse.pipelines.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
  private static final Path DATA = Path.of("/home/me/.pulse/kafka/data");

  @Test
  void listenOnLoopbackAlone() {
    assertThat(KafkaSettings.with(Map.of()).fileFor(9092, 40001, DATA))
        .contains(
            "\nlisteners=PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:40001\n",
            "\nadvertised.listeners=PLAINTEXT://127.0.0.1:9092\n",
            "\nlog.dirs=/home/me/.pulse/kafka/data\n");
  }

  @Test
  void takeEightMebibytesAndKeepRecordsForGood() {
    assertThat(KafkaSettings.with(Map.of()).fileFor(9092, 40001, DATA))
        .contains("\nmessage.max.bytes=8388608\n", "\nlog.retention.ms=-1\n");
  }

  @Test
  void areTheCallersBeforeOursButNeverTheAddress() {
    Map<String, String> wanted = Map.of("num.partitions", "7", "listeners", "PLAINTEXT://:9092");

    assertThat(KafkaSettings.with(wanted).fileFor(9092, 40001, DATA))
        .contains("\nnum.partitions=7\n", "\nlisteners=PLAINTEXT://127.0.0.1:9092,")
        .doesNotContain("num.partitions=2");
  }

  @Test
  void refuseWhatIsNoName() {
    assertThatThrownBy(() -> KafkaSettings.with(Map.of("a\nb", "1")))
        .hasMessageContaining("must be a name such as num.partitions");
  }
}
