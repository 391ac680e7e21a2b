package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.local.RunningKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The topics of one test, of names that no other test has. */
public final class Topics implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  /** A test's records may be of any age, and as large as a source must take. */
  private static final Map<String, String> SETTINGS =
      Map.of("retention.ms", "-1", "max.message.bytes", String.valueOf(8 << 20));

  private final RunningKafka broker;
  private final Admin admin;
  private final List<String> names = new ArrayList<>();

  public Topics(RunningKafka broker) {
    this.broker = broker;
    this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  public RunningKafka broker() {
    return broker;
  }

  /** As Kafka's clients take it: {@code host:port}. */
  public String bootstrap() {
    return broker.bootstrapServers();
  }

  /** Makes an empty topic and returns its name. */
  public String topic(int partitions) {
    String name = "t-" + UUID.randomUUID();
    NewTopic topic =
        new NewTopic(name, Optional.of(partitions), Optional.of((short) 1)).configs(SETTINGS);
    Object unused =
        admin.createTopics(List.of(topic)).all().toCompletionStage().toCompletableFuture().join();
    names.add(name);
    return name;
  }

  /** As {@code --source} takes it. */
  public String address(String topic) {
    return broker.address() + "/" + topic;
  }

  @Override
  public void close() {
    Object unused =
        admin.deleteTopics(names).all().toCompletionStage().toCompletableFuture().join();
    admin.close();
  }
}
