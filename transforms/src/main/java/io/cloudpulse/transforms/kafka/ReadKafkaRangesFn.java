package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Reads, decodes and validates whole ranges in one step, as {@code ReadFiles} does. */
final class ReadKafkaRangesFn extends KafkaRangeFn {
  private static final long serialVersionUID = 1;

  ReadKafkaRangesFn(MessageOrigin origin) {
    super(origin);
  }

  @ProcessElement
  public void read(@Element KafkaRange range, MultiOutputReceiver out) throws IOException {
    OutputReceiver<RangeTally> tallies = out.get(ReadOutputs.TALLIES);
    String id = range.id(origin().kafka());
    Outputs outputs = new Outputs(out.get(ReadOutputs.RECORDS), out.get(ReadOutputs.REFUSED));
    MessageReading reading = reading(range, id, outputs);
    forEach(range, reading, reading::read);
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
