package io.cloudpulse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaTopic;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends so many rows a second, each with the time it was made: {@code SendSteadily
 * kafka://HOST:PORT/TOPIC moments|events:USERS RATE SECONDS FIRST}. A row that is due when it was
 * not its turn is sent at the next one, every 2 ms. {@code FIRST} numbers the first row.
 */
final class SendSteadily {
  private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final int PARTITIONS = 4;
  private static final Clock CLOCK = Clock.systemUTC();

  private final String topic;
  private final SteadyRows rows;
  private final Producer<byte[], byte[]> producer;
  private final long rate;
  private final long most;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final long began = System.nanoTime();
  private long sent;

  private SendSteadily(KafkaAddress address, String[] args) {
    topic = address.topic();
    rate = Long.parseLong(args[2]);
    most = rate * Long.parseLong(args[3]);
    rows = SteadyRows.of(args[1], Long.parseLong(args[4]));
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            address.bootstrap(),
            "acks",
            "all",
            "linger.ms",
            0,
            // A new topic may refuse the first request and take the second.
            "max.in.flight.requests.per.connection",
            1);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  public static void main(String[] args) throws Exception {
    KafkaAddress address = KafkaAddress.parse(args[0]);
    KafkaTopic.create(address, PARTITIONS);
    Instant began = CLOCK.instant();
    new SendSteadily(address, args).send();
    System.out.println(began);
  }

  private void send() throws Exception {
    ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
    try {
      ScheduledFuture<?> ending =
          turns.scheduleAtFixedRate(this::turn, 0, TURN_NANOS, TimeUnit.NANOSECONDS);
      ending.get();
    } catch (java.util.concurrent.ExecutionException ended) {
      if (!(ended.getCause() instanceof Done)) {
        throw ended;
      }
    } finally {
      turns.shutdown();
      producer.close();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private void turn() {
    long due = Math.min(most, (System.nanoTime() - began) * rate / 1_000_000_000);
    for (; sent < due; sent++) {
      var unused =
          producer.send(
              new ProducerRecord<>(topic, rows.next(CLOCK.instant()).getBytes(UTF_8)),
              (at, failed) -> failure.compareAndSet(null, failed));
    }
    if (sent == most || failure.get() != null) {
      throw new Done();
    }
  }

  /** Ends a schedule from within. */
  private static final class Done extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
