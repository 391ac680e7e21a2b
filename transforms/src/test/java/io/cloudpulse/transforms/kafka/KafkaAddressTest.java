package io.cloudpulse.transforms.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAddressTest {
  @TempDir Path folder;

  @Test
  void readsEveryPart() {
    String text =
        "kafka://one:9092,two:9093/clicks.v1?layout=feed&header=a,b&properties=/etc/k.properties";

    KafkaAddress address = KafkaAddress.parse(text);

    assertThat(address)
        .isEqualTo(
            new KafkaAddress(
                "one:9092,two:9093", "clicks.v1", "feed", List.of("a", "b"), "/etc/k.properties"));
    assertThat(address).hasToString(text);
    assertThat(address.place(3)).isEqualTo("kafka://one:9092,two:9093/clicks.v1/3");
  }

  @Test
  void aClusterNeedsNoTopic() {
    assertThat(KafkaAddress.parseCluster("kafka://one:9092").topic()).isEmpty();
    assertThatThrownBy(() -> KafkaAddress.parse("kafka://one:9092"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the topic was \"\", but must be 1 to 249 letters");
  }

  @Test
  void saysEveryProblemAtOnceAndAnExample() {
    assertThatThrownBy(() -> KafkaAddress.parse("kafka://one,two:99999/a b?layout=&user=me"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a server was \"one\", but must be host:port")
        .hasMessageContaining("a server was \"two:99999\"")
        .hasMessageContaining("the topic was \"a b\"")
        .hasMessageContaining("layout is empty")
        .hasMessageContaining("it has no parameter user")
        .hasMessageContaining("For example: kafka://localhost:9092/clicks");
  }

  @Test
  void doesNotRepeatAPassword() {
    assertThatThrownBy(() -> KafkaAddress.parse("kafka://me:hunter2@one:9092/a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("put them in a properties file")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void findsSecretsInsideProperties() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hun$ter2\n");
    Path file =
        Files.writeString(
            folder.resolve("client.properties"),
            "security.protocol=SASL_SSL\nbootstrap.servers=elsewhere:1\n"
                + "sasl.jaas.config=Plain required username=\"me\" password=\"secret://file"
                + secret
                + "\";\n");

    KafkaAddress address = KafkaAddress.parse("kafka://one:9092/a?properties=" + file);

    assertThat(ClientProperties.of(address))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("bootstrap.servers", "one:9092")
        .containsEntry("sasl.jaas.config", "Plain required username=\"me\" password=\"hun$ter2\";");
    assertThat(address.toString()).doesNotContain("hun$ter2");
  }
}
