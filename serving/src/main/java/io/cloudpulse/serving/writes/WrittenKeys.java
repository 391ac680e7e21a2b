package io.cloudpulse.serving.writes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;

/**
 * The keys by which clients make sure that a write is done once. The log is their memory: each
 * event has its own as a header, so that a server that was started anew knows them too.
 */
final class WrittenKeys {
  static final String KEY = "idempotency-key";
  static final String REQUEST = "request";
  static final Duration REMEMBERED = Duration.ofHours(24);

  private static final int MOST = 100_000;
  private static final Duration POLL = Duration.ofMillis(200);

  /** So many empty polls in a row mean that nothing comes although there is more. */
  private static final int PATIENCE = 25;

  /** What a key stands for: the request that it came with, and the event that this became. */
  record Known(String request, Written written) {}

  private final EventLog log;
  private final List<String> topics;
  private final Function<ConsumerRecord<byte[], byte[]>, Written> reading;
  private final Clock clock;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
  private Consumer<byte[], byte[]> reader;

  WrittenKeys(
      EventLog log,
      List<String> topics,
      Function<ConsumerRecord<byte[], byte[]>, Written> reading,
      Clock clock) {
    this.log = log;
    this.topics = topics;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * What a key stands for, as far as the log goes by now.
   *
   * @throws Problem if the log cannot be read
   */
  synchronized Optional<Known> find(String key) {
    try {
      if (reader == null) {
        reader = begun();
      }
      catchUp();
    } catch (KafkaException failure) {
      forgetReader();
      throw Problem.of(503, "Kafka cannot be reached", "Try again in some seconds.");
    }
    return Optional.ofNullable(known.getIfPresent(key));
  }

  private Consumer<byte[], byte[]> begun() {
    topics.forEach(log::require);
    Consumer<byte[], byte[]> begun = log.reader();
    try {
      begin(begun);
      return begun;
    } catch (RuntimeException failure) {
      begun.close(Duration.ZERO);
      throw failure;
    }
  }

  /** Where the events of the last day begin, or at the end if there are none. */
  private void begin(Consumer<byte[], byte[]> begun) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> begun.partitionsFor(topic).stream())
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList();
    begun.assign(partitions);
    Map<TopicPartition, Long> starts = new HashMap<>(begun.endOffsets(partitions));
    long since = clock.instant().minus(REMEMBERED).toEpochMilli();
    begun
        .offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> since)))
        .forEach(
            (partition, first) ->
                Optional.ofNullable(first).ifPresent(f -> starts.put(partition, f.offset())));
    starts.forEach(begun::seek);
  }

  private void catchUp() {
    Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
    int empty = 0;
    while (isBehind(ends)) {
      ConsumerRecords<byte[], byte[]> events = reader.poll(POLL);
      events.forEach(this::remember);
      empty = events.isEmpty() ? empty + 1 : 0;
      if (empty == PATIENCE) {
        throw new TimeoutException("nothing comes, although there is more");
      }
    }
  }

  private boolean isBehind(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue());
  }

  private void remember(ConsumerRecord<byte[], byte[]> event) {
    Header key = event.headers().lastHeader(KEY);
    Header request = event.headers().lastHeader(REQUEST);
    if (key != null && request != null && event.value() != null) {
      known.asMap().putIfAbsent(text(key), new Known(text(request), reading.apply(event)));
    }
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private void forgetReader() {
    if (reader != null) {
      reader.close(Duration.ZERO);
      reader = null;
    }
  }
}
