package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.RunCounter;
import io.cloudpulse.transforms.SetRange;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Instant;

/** Hands out what is in chunks, each record at its own time, and tallies once a bundle. */
public final class HandOutFn extends DoFn<Chunk, VersionedRecord> {
  private static final long serialVersionUID = 1;
  private static final long MOST_COUNTED = 10_000;

  private transient Map<String, RunCounter> counted;
  private transient Map<String, Instant> watermarks;
  private transient Instant timestamp;

  @StartBundle
  public void startBundle() {
    counted = new TreeMap<>();
    watermarks = new HashMap<>();
  }

  @ProcessElement
  public void handOut(@Element Chunk chunk, @Timestamp Instant at, MultiOutputReceiver out) {
    OutputReceiver<VersionedRecord> records = out.get(ReadOutputs.RECORDS);
    for (TimestampedValue<VersionedRecord> record : chunk.records()) {
      records.outputWithTimestamp(record.getValue(), record.getTimestamp());
    }
    chunk.refused().forEach(out.get(ReadOutputs.REFUSED)::output);
    chunk.late().forEach(out.get(ReadOutputs.LATE)::output);
    timestamp = at;
    count(chunk.tally(), out.get(ReadOutputs.TALLIES));
  }

  private void count(RangeTally tally, OutputReceiver<RangeTally> tallies) {
    if (SetRange.is(tally.getRange())) { // Its pieces are in no order: each is told alone.
      tallies.output(tally);
      return;
    }
    RunCounter counter = counted.computeIfAbsent(tally.getRange(), range -> new RunCounter());
    counter.add(tally.getRuns());
    if (tally.getWatermark() != null) {
      watermarks.put(tally.getRange(), tally.getWatermark());
    }
    if (counter.records() >= MOST_COUNTED) {
      tallies.output(piece(tally.getRange(), counter));
    }
  }

  /**
   * Chunks of a range come in order, and its watermark never goes back: the last one told holds.
   */
  private RangeTally piece(String range, RunCounter counter) {
    return RangeTally.ofRuns(range, counter.take(), watermarks.get(range));
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    counted.forEach(
        (range, counter) -> {
          if (counter.records() > 0) {
            context.output(
                ReadOutputs.TALLIES, piece(range, counter), timestamp, GlobalWindow.INSTANCE);
          }
        });
  }
}
