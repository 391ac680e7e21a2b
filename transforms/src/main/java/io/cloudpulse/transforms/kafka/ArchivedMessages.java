package io.cloudpulse.transforms.kafka;

import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import io.cloudpulse.transforms.archive.ArchivedRecord;
import io.cloudpulse.transforms.archive.ReadAgain;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads archived messages of one partition, as they were read when they came. */
public final class ArchivedMessages implements ReadAgain, MessageOutputs {
  private static final int SIZE_UNKNOWN = -1;

  private final ArchiveOrigin origin;
  private final KafkaAddress address;
  private final int partition;
  private final RecordFinisher finisher;
  private final Outputs outputs;
  private final Map<Known, MessageReading> readings = new HashMap<>();

  /** What messages have in common that are read alike. */
  private record Known(int layout, List<String> header, @Nullable Instant asOf) {}

  /**
   * A reader of one partition.
   *
   * @param source as {@link KafkaAddress#place(int)} names it
   */
  public ArchivedMessages(
      ArchiveOrigin origin, String source, RecordFinisher finisher, Outputs outputs) {
    int end = source.lastIndexOf('/');
    this.origin = origin;
    this.address = KafkaAddress.parse(source.substring(0, end));
    this.partition = Integer.parseInt(source.substring(end + 1));
    this.finisher = finisher;
    this.outputs = outputs;
  }

  @Override
  public void read(ArchivedRecord record, int layout, List<String> header) throws IOException {
    readings
        .computeIfAbsent(new Known(layout, header, asOf(record)), this::reading)
        .read(message(record));
  }

  private MessageReading reading(Known known) {
    boolean json = origin.dataset().layouts().get(known.layout()).format() == Layout.Format.JSONL;
    MessageLayout layout =
        json
            ? new MessageLayout(known.layout(), MessageLayout.NONE, List.of())
            : new MessageLayout(MessageLayout.NONE, known.layout(), known.header());
    MessageOrigin message = MessageOrigin.ofArchive(origin, address, layout, known.asOf());
    return new MessageReading(message, partition, outputs.range(), finisher, this);
  }

  private ConsumerRecord<byte[], byte[]> message(ArchivedRecord record) {
    return new ConsumerRecord<>(
        address.topic(),
        partition,
        record.offset(),
        record.published(),
        TimestampType.CREATE_TIME,
        SIZE_UNKNOWN,
        SIZE_UNKNOWN,
        record.key(),
        record.value(),
        new RecordHeaders(),
        Optional.empty());
  }

  /** What the flag said when they came; null if it was not there, and messages told their time. */
  private static @Nullable Instant asOf(ArchivedRecord record) {
    long version = record.reading().version();
    if (version == 0 || version == ofItself(record)) {
      return null;
    }
    return Version.asOfLoad(version, record.offset());
  }

  private static long ofItself(ArchivedRecord record) {
    try {
      return Version.ofRecord("", Instant.ofEpochMilli(record.published()), record.offset());
    } catch (Refusal outOfRange) {
      return 0;
    }
  }

  @Override
  public void accepted(VersionedRecord record, Optional<Instant> eventTime) {
    outputs.tally().accepted();
    outputs
        .accepted()
        .accept(
            new VersionedRecord(
                record.range(),
                outputs.tally().acceptedSoFar(),
                record.offset(),
                record.version(),
                record.values(),
                record.original(),
                record.deleted()));
  }

  @Override
  public void refused(DeadLetter letter, Reason reason) {
    outputs.tally().refused(reason);
    outputs.refused().accept(letter);
  }

  @Override
  public void count(String name) {
    outputs.tally().count(name);
  }
}
