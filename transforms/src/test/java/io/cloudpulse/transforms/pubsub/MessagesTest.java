package io.cloudpulse.transforms.pubsub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.PubsubMessage;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final long PUBLISHED = 1_700_000_000_000L;
  private static final Messages PLAIN = messages("");
  private static final Messages DECLARED = messages("?idAttribute=uid&timestampAttribute=ts");

  @Test
  void areKnownByTheServersNumber() {
    assertThat(PLAIN.of(message("4711", "a", Map.of())).offset()).isEqualTo(4_711);
    assertThat(PLAIN.of(message("not-a-number", "a", Map.of())).offset()).isPositive();
  }

  @Test
  void areTheSameIfIdAndContentAre() {
    long first = DECLARED.of(message("1", "a", Map.of("uid", "x"))).offset();

    assertThat(DECLARED.of(message("2", "a", Map.of("uid", "x"))).offset()).isEqualTo(first);
    assertThat(DECLARED.of(message("1", "b", Map.of("uid", "x"))).offset()).isNotEqualTo(first);
    assertThat(DECLARED.of(message("1", "a", Map.of("uid", "y"))).offset()).isNotEqualTo(first);
  }

  @Test
  void wereSentWhenTheirAttributeSays() {
    assertThat(DECLARED.of(message("1", "a", Map.of("ts", "1600000000000"))).timestamp())
        .isEqualTo(1_600_000_000_000L);
    assertThat(DECLARED.of(message("1", "a", Map.of("ts", "2020-09-13T12:26:40Z"))).timestamp())
        .isEqualTo(1_600_000_000_000L);
    assertThat(DECLARED.of(message("1", "a", Map.of("ts", "soon"))).timestamp())
        .isEqualTo(PUBLISHED);
    assertThat(PLAIN.of(message("1", "a", Map.of("ts", "1600000000000"))).timestamp())
        .isEqualTo(PUBLISHED);
  }

  @Test
  void deleteWithoutDataTheRowOfTheirKey() {
    ConsumerRecord<byte[], byte[]> deletion = PLAIN.of(message("1", "", Map.of("pulse-key", "7")));

    assertThat(deletion.value()).isNull();
    assertThat(deletion.key()).isEqualTo("7".getBytes(UTF_8));
    assertThat(PLAIN.of(message("1", "", Map.of())).key()).isEqualTo("ordered".getBytes(UTF_8));
  }

  private static Messages messages(String query) {
    return new Messages(PubsubAddress.parse("pubsub://my-project/orders" + query, ""));
  }

  private static PubsubMessage message(String id, String data, Map<String, String> attributes) {
    return PubsubMessage.newBuilder()
        .setMessageId(id)
        .setData(ByteString.copyFromUtf8(data))
        .setOrderingKey("ordered")
        .setPublishTime(Timestamps.fromMillis(PUBLISHED))
        .putAllAttributes(attributes)
        .build();
  }
}
