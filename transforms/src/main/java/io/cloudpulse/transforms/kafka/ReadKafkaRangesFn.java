package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.kafka.clients.consumer.Consumer;

/** Reads, decodes and validates whole ranges in one step, as {@code ReadFiles} does. */
final class ReadKafkaRangesFn extends DoFn<KafkaRange, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final MessageOrigin origin;
  private transient RecordFinisher finisher;
  private transient Consumer<byte[], byte[]> consumer;

  ReadKafkaRangesFn(MessageOrigin origin) {
    this.origin = origin;
  }

  @Setup
  public void setUp() {
    finisher = new RecordFinisher(origin.dataset(), origin.lookup());
    consumer = KafkaClients.reader(origin.address());
  }

  @Teardown
  public void tearDown() {
    if (finisher != null) {
      finisher.close();
    }
    if (consumer != null) {
      consumer.close(java.time.Duration.ofSeconds(1));
    }
  }

  @ProcessElement
  public void read(@Element KafkaRange range, MultiOutputReceiver out) throws IOException {
    OutputReceiver<RangeTally> tallies = out.get(ReadOutputs.TALLIES);
    String id = range.id(origin.address());
    Outputs outputs = new Outputs(out.get(ReadOutputs.RECORDS), out.get(ReadOutputs.REFUSED));
    MessageReading reading = new MessageReading(origin, range.partition(), id, finisher, outputs);
    new RangeMessages(consumer, range).forEach(reading::read);
    tallies.output(outputs.tally.tally(id));
  }

  /** Hands on what was read, and counts it. */
  private static final class Outputs implements MessageOutputs {
    private final OutputReceiver<VersionedRecord> records;
    private final OutputReceiver<DeadLetter> letters;
    private final TallyCounter tally = new TallyCounter();

    Outputs(OutputReceiver<VersionedRecord> records, OutputReceiver<DeadLetter> letters) {
      this.records = records;
      this.letters = letters;
    }

    @Override
    public void accepted(VersionedRecord record, Optional<Instant> eventTime) {
      tally.accepted();
      records.output(record);
    }

    @Override
    public void refused(DeadLetter letter, Reason reason) {
      tally.refused(reason);
      letters.output(letter);
    }

    @Override
    public void count(String name) {
      tally.count(name);
    }
  }
}
