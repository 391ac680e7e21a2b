package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.LineReader;
import java.io.IOException;

/**
 * Reads, decodes and validates whole ranges in one step: between records there is only a method
 * call, not a runner.
 */
final class ReadRangesFn extends RangeFn<VersionedRecord> {
  private static final long serialVersionUID = 1;

  ReadRangesFn(LoadOrigin origin) {
    super(origin);
  }

  @ProcessElement
  public void read(@Element FileRange range, MultiOutputReceiver out) throws IOException {
    OutputReceiver<VersionedRecord> records = out.get(ReadOutputs.RECORDS);
    OutputReceiver<DeadLetter> refused = out.get(ReadOutputs.REFUSED);
    OutputReceiver<RangeTally> tallies = out.get(ReadOutputs.TALLIES);
    RangeOutputs outputs =
        new RangeOutputs() {
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
    try (LineReader lines = OpenFile.at(range)) {
      reading(range, outputs).readAll(lines, refuseUnknown());
    }
  }
}
