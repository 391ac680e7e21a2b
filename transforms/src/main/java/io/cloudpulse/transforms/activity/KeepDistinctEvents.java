package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.Lateness;
import io.cloudpulse.transforms.VersionedRecord;
import java.time.Duration;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.joda.time.Instant;

/**
 * Lets each event of a stream through once, so that windows need not remember what they counted:
 * they add up. Stamps it with the time it happened, and leaves out what came {@link Lateness too
 * late}. A batch passes as it is: its windows unite sets.
 *
 * <p>Remembers 9 bytes an event, for as long as another of its minute could still count: that is
 * what the aggregates' memory grows with, whatever the length of their windows. Two events of one
 * minute are the same if the first 64 bits of their content's hash are.
 */
final class KeepDistinctEvents
    extends PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> {
  private static final long serialVersionUID = 1;

  /** One key has one thread. */
  static final int PARTS = 16;

  static final long MINUTE = 60_000;

  private final ActivityWindows windows;

  KeepDistinctEvents(ActivityWindows windows) {
    this.windows = windows;
  }

  @Override
  public PCollection<VersionedRecord> expand(PCollection<VersionedRecord> records) {
    if (records.isBounded() == IsBounded.BOUNDED) {
      return records;
    }
    return records
        .apply("Stamp events", ParDo.of(new StampFn(windows.allowedLateness())))
        .setCoder(KvCoder.of(VarLongCoder.of(), records.getCoder()))
        .apply("Keep the first", ParDo.of(new KeepFirstFn(windows.allowedLateness())))
        .setCoder(records.getCoder());
  }

  private static final class StampFn extends DoFn<VersionedRecord, KV<Long, VersionedRecord>> {
    private static final long serialVersionUID = 1;

    private final EventFields fields = EventFields.shipped();
    private final Duration allowed;

    StampFn(Duration allowed) {
      this.allowed = allowed;
    }

    @ProcessElement
    public void stamp(
        @Element VersionedRecord record,
        @Timestamp Instant stamped,
        OutputReceiver<KV<Long, VersionedRecord>> out) {
      Instant happened = fields.time(record.values());
      if (!Lateness.isLate(stamped, happened, allowed)) {
        long part = Math.floorMod(fields.contentHash(record.values()), (long) PARTS);
        long minute = Math.floorDiv(happened.getMillis(), MINUTE);
        out.outputWithTimestamp(KV.of(minute * PARTS + part, record), happened);
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
