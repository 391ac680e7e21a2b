package io.cloudpulse.tests.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages to a topic, its partitions in turn; each once, whatever the broker does. */
final class Feed implements AutoCloseable {
  private static final int TURNS_A_SECOND = 20;

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final int partitions;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private CompletableFuture<Void> done;
  private ScheduledFuture<?> turns;

  private Feed(String bootstrap, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrap,
                "enable.idempotence",
                true,
                "delivery.timeout.ms",
                300_000,
                // A broker takes the second batch of a new producer while the first is still tried.
                "max.in.flight.requests.per.connection",
                1,
                "max.request.size",
                8 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.partitions = producer.partitionsFor(topic).size();
  }

  static Feed to(String bootstrap, String topic) {
    return new Feed(bootstrap, topic);
  }

  /** Sends all at once; the broker has them when this returns. */
  Feed send(List<String> lines) {
    lines.forEach(line -> send(line.getBytes(UTF_8)));
    producer.flush();
    fail();
    return this;
  }

  void send(byte[] message) {
    var unused =
        producer.send(
            new ProducerRecord<>(topic, sent.get() % partitions, null, message),
            (metadata, problem) -> {
              if (problem != null) {
                failure.set(problem);
              }
            });
    int unusedCount = sent.incrementAndGet();
  }

  /** Goes on sending while others do other things, until {@link #await}. */
  void sendSteadily(List<String> lines, int perSecond) {
    int perTurn = Math.max(1, perSecond / TURNS_A_SECOND);
    done = new CompletableFuture<>();
    AtomicInteger next = new AtomicInteger();
    turns =
        clock.scheduleAtFixedRate(
            () -> {
              int from = next.getAndAdd(perTurn);
              if (from >= lines.size()) {
                boolean unused = done.complete(null);
              } else {
                int to = Math.min(lines.size(), from + perTurn);
                lines.subList(from, to).forEach(line -> send(line.getBytes(UTF_8)));
              }
            },
            0,
            1_000 / TURNS_A_SECOND,
            TimeUnit.MILLISECONDS);
  }

  int sent() {
    return sent.get();
  }

  /** Returns when the broker has all that was to be sent. */
  void await() {
    done.join();
    boolean unused = turns.cancel(false);
    producer.flush();
    fail();
  }

  private void fail() {
    if (failure.get() != null) {
      throw new AssertionError("a message was not sent", failure.get());
    }
  }

  @Override
  public void close() {
    var unused = clock.shutdownNow();
    producer.close();
  }
}
