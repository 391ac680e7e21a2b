package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Lateness;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.RunCounter;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.Archive;
import io.cloudpulse.transforms.archive.ArchiveWriter;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes chunks of the messages of one partition, and says when each record happened. */
public final class ChunkMaker implements MessageOutputs {
  private final String range;
  private final PartitionClock clock;
  private final Duration allowedLateness;
  private final MessageReading reading;
  private ArchiveWriter archive = Archive.none().writer();
  private final RunCounter counted = new RunCounter();
  private List<TimestampedValue<VersionedRecord>> records;
  private List<DeadLetter> refused;
  private List<DeadLetter> late;
  private long offset;
  private long now;

  public ChunkMaker(
      MessageOrigin origin,
      int partition,
      RecordFinisher finisher,
      PartitionClock clock,
      Duration allowedLateness) {
    this.range = origin.address().place(partition);
    this.clock = clock;
    this.allowedLateness = allowedLateness;
    this.reading = new MessageReading(origin, partition, range, finisher, this);
  }

  /** The same, which keeps messages as they come. */
  ChunkMaker archivingTo(ArchiveWriter writer) {
    archive = writer;
    return this;
  }

  public Chunk read(List<ConsumerRecord<byte[], byte[]>> messages, long readAt) throws IOException {
    records = new ArrayList<>(messages.size());
    refused = new ArrayList<>();
    late = new ArrayList<>();
    now = readAt;
    clock.message(readAt);
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      offset = message.offset();
      reading.read(message);
      if (archive.isWanted()) {
        archive.add(reading.archived());
      }
    }
    return new Chunk(
        records, refused, late, RangeTally.ofRuns(range, counted.take(), clock.shown()));
  }

  @Override
  public void accepted(VersionedRecord record, Optional<Instant> eventTime) {
    counted.accepted(offset);
    long timestamp = eventTime.isEmpty() ? clock.watermark() : timestamp(eventTime.get());
    records.add(TimestampedValue.of(record, moment(timestamp)));
  }

  /** The event's own time; the watermark, if that is in the future or too late for windows. */
  private long timestamp(Instant eventTime) {
    long watermark = clock.watermark();
    long event = eventTime.toEpochMilli();
    clock.event(event, now);
    if (!PartitionClock.isCredible(event, now)) {
      return watermark;
    }
    if (allowedLateness == null || !Lateness.isLate(watermark, event, allowedLateness.toMillis())) {
      return event;
    }
    counted.count(offset, "too late for its windows");
    late.add(reading.late(why(eventTime, watermark)));
    return watermark;
  }

  private String why(Instant eventTime, long watermark) {
    return "%s is more than %s behind %s, to which its partition had come"
        .formatted(eventTime, allowedLateness, Instant.ofEpochMilli(watermark));
  }

  private static org.joda.time.Instant moment(long millis) {
    long first = BoundedWindow.TIMESTAMP_MIN_VALUE.getMillis();
    long last = GlobalWindow.INSTANCE.maxTimestamp().getMillis();
    return org.joda.time.Instant.ofEpochMilli(Math.max(first, Math.min(last, millis)));
  }

  @Override
  public void refused(DeadLetter letter, Reason reason) {
    counted.refused(offset, reason);
    refused.add(letter);
  }

  @Override
  public void count(String name) {
    counted.count(offset, name);
  }
}
