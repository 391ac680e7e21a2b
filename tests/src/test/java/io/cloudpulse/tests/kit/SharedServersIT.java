package io.cloudpulse.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a test gets of the shared servers what is its own, and leaves nothing. */
@ExtendWith({KafkaServer.class, ElasticsearchServer.class})
class SharedServersIT {
  @Test
  void giveEachTopicANameAndTakeItBack(Topics given) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", given.bootstrap()))) {
      Topics ours = new Topics(given.broker());
      String topic = ours.topic(3);

      TopicDescription made = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
      assertThat(made.partitions()).hasSize(3);
      assertThat(ours.address(topic)).isEqualTo("kafka://" + given.bootstrap() + "/" + topic);

      ours.close();
      assertThat(admin.listTopics().names().get()).doesNotContain(topic);
    }
  }

  @Test
  void takeBackTheIndicesOfAPrefix(Indices given) {
    Indices ours = Indices.of(given.node());
    String index = "/" + ours.prefix() + "things";

    assertThat(ours.ask("PUT", index, "{}").statusCode()).isEqualTo(200);
    assertThat(given.ask("GET", index, "").statusCode()).isEqualTo(200);

    ours.close();
    assertThat(given.ask("GET", index, "").statusCode()).isEqualTo(404);
  }
}
