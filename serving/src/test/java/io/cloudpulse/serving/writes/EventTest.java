package io.cloudpulse.serving.writes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.file.Datasets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventTest {
  @Test
  void isWrittenInTheWordsOfItsDataset() throws Exception {
    String json =
        """
        {"year":2026,"team":"HRN","won_league":false,"won_division":true,"wins":2}""";
    ObjectNode record = (ObjectNode) new ObjectMapper().readTree(json);

    ProducerRecord<byte[], byte[]> message =
        new Event(Datasets.named("sports.teams"), record, 7).message();

    assertThat(new String(message.value(), UTF_8))
        .isEqualTo(
            "{\"year\":2026,\"team\":\"HRN\",\"won_league\":\"N\",\"won_division\":\"Y\",\"wins\":2}");
    assertThat(new String(message.key(), UTF_8)).isEqualTo("2026,HRN");
    assertThat(message.timestamp()).isEqualTo(7);
    assertThat(record.toString()).as("what was given is as it was").isEqualTo(json);
  }
}
