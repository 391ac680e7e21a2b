package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.RunCounter;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads a round's part of a partition in its order, and counts it as a stream counts: in pieces of
 * the partition's one endless range, by offsets. So what another round, or a stream, counted before
 * is not counted again.
 */
final class ReadRoundFn extends KafkaRangeFn {
  private static final long serialVersionUID = 1;
  private static final long MOST_COUNTED = 10_000;

  private final StreamSettings settings;

  ReadRoundFn(MessageOrigin origin, StreamSettings settings) {
    super(origin);
    this.settings = settings;
  }

  @ProcessElement
  public void read(@Element KafkaRange range, MultiOutputReceiver out) throws IOException {
    String id = origin().address().place(range.partition());
    Outputs outputs = new Outputs(id, settings, out);
    MessageReading reading = reading(range, id, outputs);
    forEach(
        range,
        reading,
        message -> {
          outputs.offset = message.offset();
          reading.read(message);
          outputs.countIfMany();
        });
    outputs.count();
  }

  /** Hands on what was read, and counts it. */
  private static final class Outputs implements MessageOutputs {
    private final String id;
    private final PartitionClock clock;
    private final OutputReceiver<VersionedRecord> records;
    private final OutputReceiver<DeadLetter> letters;
    private final OutputReceiver<RangeTally> tallies;
    private final RunCounter counter = new RunCounter();
    private final long now = Clock.systemUTC().millis();
    private long offset;

    Outputs(String id, StreamSettings settings, MultiOutputReceiver out) {
      this.id = id;
      this.clock = new PartitionClock(settings, now);
      this.records = out.get(ReadOutputs.RECORDS);
      this.letters = out.get(ReadOutputs.REFUSED);
      this.tallies = out.get(ReadOutputs.TALLIES);
    }

    @Override
    public void accepted(VersionedRecord record, Optional<Instant> eventTime) {
      counter.accepted(offset);
      eventTime.ifPresent(time -> clock.event(time.toEpochMilli(), now));
      records.output(record);
    }

    @Override
    public void refused(DeadLetter letter, Reason reason) {
      counter.refused(offset, reason);
      letters.output(letter);
    }

    @Override
    public void count(String name) {
      counter.count(offset, name);
    }

    void countIfMany() {
      if (counter.records() >= MOST_COUNTED) {
        count();
      }
    }

    void count() {
      if (counter.records() > 0) {
        tallies.output(RangeTally.ofRuns(id, counter.take(), clock.shown()));
      }
    }
  }
}
