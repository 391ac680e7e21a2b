package io.cloudpulse.serving.writes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.EventLog;
import io.cloudpulse.serving.store.EventLog.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Appends events of some datasets, each to the topic of the dataset's name. */
final class Writer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Dataset> datasets;
  private final EventLog log;
  private final WrittenKeys keys;

  Writer(List<Dataset> datasets, EventLog log) {
    this.datasets = List.copyOf(datasets);
    this.log = log;
    List<String> topics = datasets.stream().map(Dataset::name).toList();
    this.keys = new WrittenKeys(log, topics, this::written, Clock.systemUTC());
    log.prepare(topics);
  }

  /**
   * Appends an event, and waits until it cannot be lost.
   *
   * @throws Problem if that cannot be had
   */
  Written write(Event event) {
    return written(event, log.append(event.message()));
  }

  /**
   * The same, but at most once for a key of the client's.
   *
   * @param request what the client wants, as a text
   * @param event made of it, if it was not written before
   * @throws Problem if the key stands for another request
   */
  synchronized Written writeOnce(String key, String request, Supplier<Event> event) {
    Optional<WrittenKeys.Known> known = keys.find(key);
    if (known.isEmpty()) {
      Event made = event.get();
      ProducerRecord<byte[], byte[]> message = made.message();
      message.headers().add(WrittenKeys.KEY, key.getBytes(StandardCharsets.UTF_8));
      message.headers().add(WrittenKeys.REQUEST, request.getBytes(StandardCharsets.UTF_8));
      return written(made, log.append(message));
    }
    if (!known.get().request().equals(request)) {
      throw Problem.of(
          422,
          "The Idempotency-Key was used before",
          "It stands for another request. Take a new key for each write, the same one to repeat"
              + " it.");
    }
    return known.get().written();
  }

  private static Written written(Event event, Place place) {
    return written(event.dataset(), event, place.millis(), place.partition(), place.offset());
  }

  /** Of a message that is in its topic. */
  private Written written(ConsumerRecord<byte[], byte[]> message) {
    Dataset dataset =
        datasets.stream()
            .filter(one -> one.name().equals(message.topic()))
            .findFirst()
            .orElseThrow();
    try {
      Event event =
          new Event(dataset, (ObjectNode) JSON.readTree(message.value()), message.timestamp());
      return written(dataset, event, message.timestamp(), message.partition(), message.offset());
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("a message with our headers is not ours", notOurs);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Written written(
      Dataset dataset, Event event, long millis, int partition, long offset) {
    return dataset.version().isPresent()
        ? Written.byRecord(dataset.name(), event.key(), event.versionMillis(), partition, offset)
        : Written.byMessage(dataset.name(), event.key(), millis, partition, offset);
  }
}
