package io.cloudpulse.transforms.kafka;

import io.cloudpulse.schemas.Key;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.archive.ArchivedRecord;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes the dead letters of one partition: the same however and how often it is read. */
final class MessageLetters {
  private final MessageOrigin origin;
  private final MessageVersion versions;
  private final String source;
  private final boolean keyIsPosition;

  MessageLetters(MessageOrigin origin, MessageVersion versions, int partition) {
    this.origin = origin;
    this.versions = versions;
    this.source = origin.address().place(partition);
    this.keyIsPosition = origin.dataset().key().kind() == Key.Kind.POSITION;
  }

  /**
   * Of a message that was refused.
   *
   * @param layout it was read in; -1 if none
   */
  DeadLetter refused(
      Refusal refusal,
      ConsumerRecord<byte[], byte[]> message,
      int layout,
      Optional<Instant> eventTime) {
    return letter("read", message, layout, eventTime)
        .setReason(refusal.reason().code())
        .setMessage(refusal.getMessage())
        .setField(refusal.field())
        .build();
  }

  /** Of a record that is kept, but too late for its windows. */
  DeadLetter late(
      String why, ConsumerRecord<byte[], byte[]> message, int layout, Instant eventTime) {
    return letter("windows", message, layout, Optional.of(eventTime))
        .setReason(Reason.LATE.code())
        .setMessage(why)
        .setField(origin.dataset().eventTime().orElse(""))
        .build();
  }

  private DeadLetter.Builder letter(
      String step,
      ConsumerRecord<byte[], byte[]> message,
      int layout,
      Optional<Instant> eventTime) {
    byte[] bytes = message.value() == null ? new byte[0] : message.value();
    Digest id = new Digest().add(origin.dataset().name()).add(step).add(source);
    return DeadLetter.builder()
        .setId(id.add(message.offset()).add(bytes).hex())
        .setDataset(origin.dataset().name())
        .setStep(step)
        .setOriginal(bytes)
        .setSource(source)
        .setOffset(message.offset())
        .setLine(0)
        .setEventTime(eventTime.map(MessageLetters::joda).orElse(null))
        .setRun(origin.run())
        .setReading(reading(message, layout).text());
  }

  /**
   * The message itself, for an archive.
   *
   * @param layout it was read in; -1 if none
   */
  ArchivedRecord archived(ConsumerRecord<byte[], byte[]> message, int layout) {
    return new ArchivedRecord(
        source,
        message.offset(),
        0,
        message.timestamp(),
        message.key(),
        message.value(),
        reading(message, layout));
  }

  private Reading reading(ConsumerRecord<byte[], byte[]> message, int layout) {
    long number = keyIsPosition ? message.offset() : 0;
    return new Reading(
        layout, origin.layout().header(layout), versions.ofLoadOrNone(message), number);
  }

  private static org.joda.time.Instant joda(Instant time) {
    return org.joda.time.Instant.ofEpochMilli(time.toEpochMilli());
  }
}
