package io.cloudpulse.transforms.kafka;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.EventTime;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.ArchivedRecord;
import io.cloudpulse.transforms.decode.KeyFields;
import io.cloudpulse.transforms.decode.MessageBytes;
import io.cloudpulse.transforms.decode.RecordBytes;
import io.cloudpulse.transforms.decode.RecordFinisher;
import io.cloudpulse.transforms.decode.RecordReader;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the messages of one partition: each ends accepted or refused, as a line of a file does. */
public final class MessageReading implements RecordReader.Receiver {
  private static final int NO_LAYOUT = -1;
  private static final byte[] NOTHING = {};

  private final MessageOrigin origin;
  private final Dataset dataset;
  private final String range;
  private final String keySource;
  private final RecordFinisher finisher;
  private final MessageOutputs outputs;
  private final MessageVersion versions;
  private final MessageLetters letters;
  private final RecordReader[] readers;
  private final int eventTimeField;
  private final MessageBytes bytes = new MessageBytes();
  private ConsumerRecord<byte[], byte[]> message;
  private Object[] values;
  private KeyFields keys;
  private int layout;

  /**
   * A reader of one partition.
   *
   * @param range as in {@link VersionedRecord#range}
   */
  public MessageReading(
      MessageOrigin origin,
      int partition,
      String range,
      RecordFinisher finisher,
      MessageOutputs outputs) {
    this.origin = origin;
    this.dataset = origin.dataset();
    this.range = range;
    this.keySource = origin.address().keySource(partition);
    this.finisher = finisher;
    this.outputs = outputs;
    this.versions = new MessageVersion(origin);
    this.letters = new MessageLetters(origin, versions, partition);
    this.readers = new RecordReader[dataset.layouts().size()];
    this.eventTimeField = dataset.eventTime().map(dataset::indexOf).orElse(-1);
  }

  /** Reads one message; what comes of it is handed over before this returns. */
  public void read(ConsumerRecord<byte[], byte[]> next) throws IOException {
    message = next;
    values = null;
    if (next.value() == null) {
      delete();
    } else {
      bytes.take(next.value(), next.offset());
      layout = origin.layout().of(bytes.first());
      decode();
    }
  }

  private void decode() throws IOException {
    if (bytes.blank()) {
      refused(Refusal.of(Reason.MALFORMED, "the message is empty"), bytes, "");
    } else if (bytes.severalLines() && oneLineOnly()) {
      refused(Refusal.of(Reason.MALFORMED, "a line ends inside the message"), bytes, "");
    } else if (!reader().read(bytes, this)) {
      throw new IllegalStateException("a message that is not empty is a record");
    }
  }

  private boolean oneLineOnly() {
    Layout of = dataset.layouts().get(layout);
    return of.format() == Layout.Format.CSV && !of.multiline();
  }

  private RecordReader reader() {
    if (readers[layout] == null) {
      readers[layout] =
          new RecordReader(
              dataset,
              dataset.layouts().get(layout),
              origin.layout().header(layout),
              outputs::count,
              origin.refuseUnknown());
    }
    return readers[layout];
  }

  @Override
  public void read(Object[] read, RecordBytes record) {
    values = read;
    finisher.derive(read);
    finisher.key(read, keySource, message.offset());
    long version = versions.of(read, message, finisher);
    outputs.accepted(record(version, read, message.value()), eventTime());
  }

  /** A message without payload says that its row is no more. */
  private void delete() {
    layout = NO_LAYOUT;
    try {
      if (keys == null) {
        keys = new KeyFields(dataset);
      }
      Object[] key = keys.read(message.key());
      VersionedRecord row = record(versions.ofDeletion(message), key, NOTHING);
      outputs.accepted(row, Optional.empty());
    } catch (Refusal refusal) {
      refused(refusal, bytes, "");
    }
  }

  private VersionedRecord record(long version, Object[] row, byte[] original) {
    long offset = message.offset();
    boolean deleted = message.value() == null;
    return new VersionedRecord(range, offset + 1, offset, version, row, original, deleted);
  }

  private Optional<Instant> eventTime() {
    Object time = values == null || eventTimeField < 0 ? null : values[eventTimeField];
    return time == null ? Optional.empty() : Optional.of(EventTime.moment(time));
  }

  @Override
  public void refused(Refusal refusal, RecordBytes record, String column) {
    DeadLetter letter = letters.refused(refusal, message, layout, eventTime());
    outputs.refused(letter, refusal.reason());
  }

  /** The message read last, as it came. */
  ArchivedRecord archived() {
    return letters.archived(message, layout);
  }

  /** The dead letter of the message read last, which its windows can no longer take. */
  DeadLetter late(String why) {
    return letters.late(why, message, layout, eventTime().orElseThrow());
  }
}
