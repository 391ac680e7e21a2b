package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.ArchiveWriter;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.time.Duration;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.kafka.clients.consumer.Consumer;

/** What it takes to read ranges of partitions: a consumer, and whoever finishes records. */
abstract class KafkaRangeFn extends DoFn<KafkaRange, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final MessageOrigin origin;
  private transient RecordFinisher finisher;
  private transient Consumer<byte[], byte[]> consumer;

  KafkaRangeFn(MessageOrigin origin) {
    this.origin = origin;
  }

  final MessageOrigin origin() {
    return origin;
  }

  @Setup
  public void setUp(PipelineOptions options) {
    JobFiles.setUp(options);
    finisher = new RecordFinisher(origin.dataset(), origin.lookup());
    consumer = KafkaClients.reader(origin.kafka());
  }

  @Teardown
  public void tearDown() {
    if (finisher != null) {
      finisher.close();
    }
    if (consumer != null) {
      consumer.close(Duration.ofSeconds(1));
    }
  }

  final MessageReading reading(KafkaRange range, String id, MessageOutputs outputs) {
    return new MessageReading(origin, range.partition(), id, finisher, outputs);
  }

  /** Does something with each message of a range, and keeps it if there is an archive. */
  final void forEach(KafkaRange range, MessageReading reading, RangeMessages.Step step)
      throws IOException {
    ArchiveWriter archive = origin.archive().writer();
    new RangeMessages(consumer, range)
        .forEach(
            message -> {
              step.read(message);
              if (archive.isWanted()) {
                archive.add(reading.archived());
              }
            });
    archive.finish();
  }
}
