package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.RunCounter;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Instant;

/** Hands out what is in chunks, each record at its own time, and tallies once a bundle. */
final class HandOutFn extends DoFn<Chunk, VersionedRecord> {
  private static final long serialVersionUID = 1;
  private static final long MOST_COUNTED = 10_000;

  private transient Map<String, RunCounter> counted;
  private transient Instant timestamp;

  @StartBundle
  public void startBundle() {
    counted = new TreeMap<>();
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
    RunCounter counter = counted.computeIfAbsent(tally.getRange(), range -> new RunCounter());
    counter.add(tally.getRuns());
    if (counter.records() >= MOST_COUNTED) {
      tallies.output(RangeTally.ofRuns(tally.getRange(), counter.take()));
    }
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    counted.forEach(
        (range, counter) -> {
          if (counter.records() > 0) {
            context.output(
                ReadOutputs.TALLIES,
                RangeTally.ofRuns(range, counter.take()),
                timestamp,
                GlobalWindow.INSTANCE);
          }
        });
  }
}
