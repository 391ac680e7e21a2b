package io.cloudpulse.transforms.pubsub;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.RecordFinisher;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.MessageOutputs;
import io.cloudpulse.transforms.kafka.MessageReading;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PulledMessages;
import io.cloudpulse.transforms.postgres.PulledMessages.Pulled;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads whole ranges of what was pulled, as {@code ReadKafkaRanges} does of a topic. */
final class ReadPulledFn extends DoFn<PulledRange, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final MessageOrigin origin;
  private final PostgresAddress ledger;
  private transient RecordFinisher finisher;

  ReadPulledFn(MessageOrigin origin, PostgresAddress ledger) {
    this.origin = origin;
    this.ledger = ledger;
  }

  @Setup
  public void setUp() {
    finisher = new RecordFinisher(origin.dataset(), origin.lookup());
  }

  @ProcessElement
  public void read(@Element PulledRange range, MultiOutputReceiver out) throws Exception {
    PubsubAddress address = (PubsubAddress) origin.address();
    String id = range.id(address);
    Outputs outputs = new Outputs(out.get(ReadOutputs.RECORDS), out.get(ReadOutputs.REFUSED));
    MessageReading reading = new MessageReading(origin, 0, id, finisher, outputs);
    for (Pulled message : messages(range)) {
      reading.read(
          Messages.record(address, message.id(), message.sent(), message.key(), message.data()));
    }
    OutputReceiver<RangeTally> tallies = out.get(ReadOutputs.TALLIES);
    tallies.output(outputs.tally.tally(id));
  }

  /** All at once: a transaction that is tried again must not hand on twice. */
  private List<Pulled> messages(PulledRange range) throws SQLException {
    List<Pulled> messages = new ArrayList<>();
    try (PulledMessages pulled = PulledMessages.in(ledger, range.job())) {
      pulled.read(range.from(), range.to(), messages::add);
    }
    return messages;
  }

  @Teardown
  public void tearDown() {
    if (finisher != null) {
      finisher.close();
    }
  }

  /** Hands on what was read, numbered by its place among the accepted, and counts it. */
  private static final class Outputs implements MessageOutputs {
    private final OutputReceiver<VersionedRecord> records;
    private final OutputReceiver<DeadLetter> letters;
    private final TallyCounter tally = new TallyCounter();

    Outputs(OutputReceiver<VersionedRecord> records, OutputReceiver<DeadLetter> letters) {
      this.records = records;
      this.letters = letters;
    }

    @Override
    public void accepted(VersionedRecord read, Optional<Instant> eventTime) {
      tally.accepted();
      records.output(
          new VersionedRecord(
              read.range(),
              tally.acceptedSoFar(),
              read.offset(),
              read.version(),
              read.values(),
              read.original(),
              read.deleted()));
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
