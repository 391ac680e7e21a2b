package io.cloudpulse.serving.store;

import io.cloudpulse.serving.http.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Kafka, to which writes are appended: one that has been taken is on all replicas in sync. */
public final class EventLog implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Where an event is.
   *
   * @param millis the message's time, as the topic keeps it
   */
  public record Place(String topic, int partition, long offset, long millis) {}

  private final EventClients clients;
  private final Admin admin;
  private final Producer<byte[], byte[]> producer;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  private EventLog(EventClients clients) {
    this.clients = clients;
    this.admin = clients.admin();
    this.producer = clients.writer();
  }

  /**
   * A log; nobody is asked before something is written.
   *
   * @param servers {@code host:port}, or several joined by commas
   * @param properties file of properties of Kafka's clients besides
   */
  public static EventLog at(String servers, Optional<Path> properties) {
    return new EventLog(new EventClients(servers, properties));
  }

  /** Makes topics where they are not there, as soon as the servers can be reached. */
  public void prepare(Collection<String> topics) {
    var unused = admin.createTopics(topics.stream().map(EventLog::topic).toList());
  }

  /** As many partitions and replicas as the servers think best. */
  private static NewTopic topic(String name) {
    return new NewTopic(name, Optional.empty(), Optional.empty());
  }

  /**
   * A topic has to be there now.
   *
   * @throws Problem if that cannot be had
   */
  public void require(String topic) {
    if (!made.contains(topic)) {
      try {
        Object unused = admin.createTopics(List.of(topic(topic))).all().get();
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof TopicExistsException)) {
          throw unreachable();
        }
      } catch (InterruptedException stopped) {
        throw interrupted();
      }
      made.add(topic);
    }
  }

  /**
   * Appends an event and waits until it cannot be lost.
   *
   * @throws Problem if that cannot be had; the event may be there all the same
   */
  public Place append(ProducerRecord<byte[], byte[]> event) {
    require(event.topic());
    try {
      RecordMetadata kept = producer.send(event).get();
      return new Place(kept.topic(), kept.partition(), kept.offset(), kept.timestamp());
    } catch (ExecutionException | KafkaException failure) {
      throw unreachable();
    } catch (InterruptedException stopped) {
      throw interrupted();
    }
  }

  private static Problem interrupted() {
    Thread.currentThread().interrupt();
    return unreachable();
  }

  private static Problem unreachable() {
    return Problem.of(
        503,
        "Kafka cannot be reached",
        "The write may have been taken or not: send it again with the same Idempotency-Key.");
  }

  /** A reader of topics, to be closed by who asked for it. */
  public Consumer<byte[], byte[]> reader() {
    return clients.reader();
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
    admin.close(PATIENCE);
  }
}
