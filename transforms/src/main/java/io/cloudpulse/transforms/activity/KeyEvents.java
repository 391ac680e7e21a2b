package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.Lateness;
import io.cloudpulse.transforms.VersionedRecord;
import java.time.Duration;
import javax.annotation.Nullable;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.joda.time.Instant;

/**
 * Reads events of records, stamps each with the time it happened, and hands on the part of it that
 * is counted. Of a stream it leaves out what came {@link Lateness too late}; of a batch nothing,
 * whose timestamps say nothing.
 */
final class KeyEvents<T> extends PTransform<PCollection<VersionedRecord>, PCollection<T>> {
  private static final long serialVersionUID = 1;

  private final Duration allowedLateness;
  private final SerializableFunction<ActivityEvent, T> part;
  private final Coder<T> coder;

  private KeyEvents(
      Duration allowedLateness, SerializableFunction<ActivityEvent, T> part, Coder<T> coder) {
    this.allowedLateness = allowedLateness;
    this.part = part;
    this.coder = coder;
  }

  static <T> KeyEvents<T> of(
      ActivityWindows windows, Coder<T> coder, SerializableFunction<ActivityEvent, T> part) {
    return new KeyEvents<>(windows.allowedLateness(), part, coder);
  }

  @Override
  public PCollection<T> expand(PCollection<VersionedRecord> records) {
    Duration allowed = records.isBounded() == IsBounded.BOUNDED ? null : allowedLateness;
    return records
        .apply("Read events", ParDo.of(new KeyEventFn<>(EventFields.shipped(), part, allowed)))
        .setCoder(coder);
  }

  private static final class KeyEventFn<T> extends DoFn<VersionedRecord, T> {
    private static final long serialVersionUID = 1;

    private final EventFields fields;
    private final SerializableFunction<ActivityEvent, T> part;
    @Nullable private final Duration allowed;

    KeyEventFn(
        EventFields fields,
        SerializableFunction<ActivityEvent, T> part,
        @Nullable Duration allowed) {
      this.fields = fields;
      this.part = part;
      this.allowed = allowed;
    }

    @ProcessElement
    public void key(
        @Element VersionedRecord record, @Timestamp Instant stamped, OutputReceiver<T> out) {
      ActivityEvent event = fields.read(record.values());
      if (allowed == null || !Lateness.isLate(stamped, event.eventTime(), allowed)) {
        out.outputWithTimestamp(part.apply(event), event.eventTime());
      }
    }

    /** Back to the event time, however far: the source keeps the watermark behind it. */
    @Deprecated
    @Override
    public org.joda.time.Duration getAllowedTimestampSkew() {
      return org.joda.time.Duration.millis(Long.MAX_VALUE);
    }
  }
}
