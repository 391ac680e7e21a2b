package io.cloudpulse.transforms.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Rows a second of a stream into nothing, beside a bare consumer that decodes the same. Arguments:
 * the topic's address, how many rows to send first, how many passes, then flags of the runner.
 */
public final class KafkaStages {
  private static final AtomicLong SEEN = new AtomicLong();

  private static final String LINE =
      "{\"user_id\": %d, \"session_id\": \"0a1b2c3d-0000-4000-8000-%012d\", \"action\": \"view\","
          + " \"product_id\": %d, \"category_id\": 2053013558920217191,"
          + " \"category_code\": \"kitchen.knives\", \"brand\": \"acme\", \"price\": 12.50,"
          + " \"event_time\": \"%s\"}";

  private KafkaStages() {}

  public static void main(String[] args) throws IOException {
    KafkaAddress address = KafkaAddress.parse(args[0]);
    Dataset dataset = Datasets.named("activity.events");
    send(address, Long.parseLong(args[1]));
    MessageOrigin origin = MessageOrigin.of(dataset, address, Optional.empty(), "bench", false);
    for (int pass = 0; pass < Integer.parseInt(args[2]); pass++) {
      time("bare", () -> bare(origin));
      time("stream", () -> stream(origin, Arrays.copyOfRange(args, 3, args.length)));
    }
  }

  private interface Stage {
    void run() throws IOException;
  }

  private static void time(String name, Stage stage) throws IOException {
    SEEN.set(0);
    long before = System.nanoTime();
    stage.run();
    double seconds = (System.nanoTime() - before) / 1e9;
    double rate = SEEN.get() / seconds;
    System.out.printf("%s %d rows %.2f s %.0f rows/s%n", name, SEEN.get(), seconds, rate);
  }

  private static void send(KafkaAddress address, long rows) {
    KafkaTopic.create(address, 4);
    Instant start = Instant.parse("2024-03-01T00:00:00Z");
    try (KafkaLines lines = KafkaLines.to(address)) {
      for (long i = 0; i < rows; i++) {
        String line = LINE.formatted(i % 5000, i, i % 999, start.plusMillis(i * 10));
        lines.send(line.getBytes(UTF_8));
      }
    }
  }

  /** One thread, one partition after the other. */
  private static void bare(MessageOrigin origin) throws IOException {
    RecordFinisher finisher = new RecordFinisher(origin.dataset());
    try (var consumer = KafkaClients.reader(origin.kafka())) {
      for (KafkaRange range : KafkaListing.of(origin.kafka())) {
        MessageReading reading =
            new MessageReading(origin, range.partition(), "bare", finisher, new Dropped());
        new RangeMessages(consumer, range).forEach(reading::read);
      }
    }
  }

  private static void stream(MessageOrigin origin, String[] flags) {
    try (KafkaPositions positions = KafkaPositions.in(origin.kafka())) {
      StreamSettings settings =
          StreamSettings.of("bench-" + System.nanoTime())
              .withAllowedLateness(Optional.of(Duration.ofMinutes(1)))
              .withUntil(Optional.of(positions.latest()));
      Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.fromArgs(flags).create());
      PCollectionTuple read =
          pipeline.apply("Read", ReadKafkaStream.of(origin, settings, positions.partitions()));
      read.get(ReadOutputs.RECORDS).apply("Drop records", ParDo.of(new CountFn<>()));
      read.get(ReadOutputs.REFUSED).apply("Drop refused", ParDo.of(new CountFn<>()));
      read.get(ReadOutputs.LATE).apply("Drop late", ParDo.of(new DropFn<>()));
      read.get(ReadOutputs.TALLIES).apply("Drop tallies", ParDo.of(new DropFn<>()));
      pipeline.run().waitUntilFinish();
    }
  }

  private static final class Dropped implements MessageOutputs {
    @Override
    public void accepted(VersionedRecord record, Optional<Instant> eventTime) {
      SEEN.incrementAndGet();
    }

    @Override
    public void refused(DeadLetter letter, Reason reason) {
      SEEN.incrementAndGet();
    }

    @Override
    public void count(String name) {}
  }

  private static final class DropFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void drop() {}
  }

  private static final class CountFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void count() {
      SEEN.incrementAndGet();
    }
  }
}
