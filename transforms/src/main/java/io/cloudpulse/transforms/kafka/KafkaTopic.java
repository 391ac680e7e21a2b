package io.cloudpulse.transforms.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/** Makes topics where they are not there yet. */
public final class KafkaTopic {
  /** Events of the past would else be deleted as soon as they are sent: retention goes by them. */
  private static final Map<String, String> SETTINGS = Map.of("retention.ms", "-1");

  private KafkaTopic() {}

  /**
   * Makes an address's topic, which then keeps its messages for ever; leaves one that is there as
   * it is.
   *
   * @throws IllegalStateException if the cluster does not answer, or refuses
   */
  public static void create(KafkaAddress address, int partitions) {
    KafkaAnswers answers = new KafkaAnswers(address);
    try (Admin admin = KafkaClients.admin(address)) {
      if (!answers.get(admin.listTopics().names()).contains(address.topic())) {
        NewTopic topic =
            new NewTopic(address.topic(), Optional.of(partitions), Optional.empty())
                .configs(SETTINGS);
        KafkaFuture<Void> made = admin.createTopics(List.of(topic)).all();
        Void unused = answers.get(made);
      }
    }
  }
}
