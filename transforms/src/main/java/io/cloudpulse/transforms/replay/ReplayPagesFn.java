package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads, decodes and validates whole pages in one step, as {@code ReadFiles} does ranges. */
final class ReplayPagesFn extends DoFn<ReplayPage, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final ReplayOrigin origin;
  private transient RecordFinisher finisher;

  ReplayPagesFn(ReplayOrigin origin) {
    this.origin = origin;
  }

  @Setup
  public void compileExpressions() {
    finisher = new RecordFinisher(origin.dataset(), origin.lookup());
  }

  @Teardown
  public void close() {
    if (finisher != null) {
      finisher.close();
    }
  }

  @ProcessElement
  public void read(@Element ReplayPage page, MultiOutputReceiver out) throws IOException {
    OutputReceiver<VersionedRecord> records = out.get(ReadOutputs.RECORDS);
    OutputReceiver<DeadLetter> refused = out.get(ReadOutputs.REFUSED);
    OutputReceiver<RangeTally> tallies = out.get(ReadOutputs.TALLIES);
    ReplayOutputs outputs =
        new ReplayOutputs() {
          @Override
          public void accepted(VersionedRecord record) {
            records.output(record);
          }

          @Override
          public void refused(DeadLetter letter) {
            refused.output(letter);
          }

          @Override
          public void finished(RangeTally tally) {
            tallies.output(tally);
          }
        };
    new PageReading(origin, page, finisher, outputs).readAll();
  }
}
