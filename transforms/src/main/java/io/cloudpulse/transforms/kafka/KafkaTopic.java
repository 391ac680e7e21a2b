package io.cloudpulse.transforms.kafka;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
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

  private static final RetryPolicy<Object> ONCE_IT_IS_GONE =
      RetryPolicy.builder()
          .handle(IllegalStateException.class)
          .withDelay(Duration.ofMillis(200))
          .withMaxRetries(-1)
          .withMaxDuration(Duration.ofSeconds(20))
          .build();

  private KafkaTopic() {}

  /**
   * Makes an address's topic, which then keeps its messages for ever; leaves one that is there as
   * it is.
   *
   * @throws IllegalStateException if the cluster does not answer, or refuses
   */
  public static void create(KafkaAddress address, int partitions) {
    try (Admin admin = KafkaClients.admin(address)) {
      if (!isThere(admin, address)) {
        make(admin, address, partitions);
      }
    }
  }

  /** Makes an address's topic anew: what was in it is gone. */
  public static void renew(KafkaAddress address, int partitions) {
    try (Admin admin = KafkaClients.admin(address)) {
      if (isThere(admin, address)) {
        KafkaFuture<Void> deleted = admin.deleteTopics(List.of(address.topic())).all();
        Void unused = new KafkaAnswers(address).get(deleted);
      }
      // A topic is deleted some time after the answer that it is.
      Failsafe.with(ONCE_IT_IS_GONE).run(() -> make(admin, address, partitions));
    }
  }

  private static boolean isThere(Admin admin, KafkaAddress address) {
    return new KafkaAnswers(address).get(admin.listTopics().names()).contains(address.topic());
  }

  private static void make(Admin admin, KafkaAddress address, int partitions) {
    NewTopic topic =
        new NewTopic(address.topic(), Optional.of(partitions), Optional.empty()).configs(SETTINGS);
    KafkaFuture<Void> made = admin.createTopics(List.of(topic)).all();
    Void unused = new KafkaAnswers(address).get(made);
  }
}
