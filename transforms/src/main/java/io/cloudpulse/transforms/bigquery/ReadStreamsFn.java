package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads whole parts of a table in one step. */
final class ReadStreamsFn extends DoFn<StreamPart, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final StreamOrigin origin;
  private transient StreamReader reader;

  ReadStreamsFn(StreamOrigin origin) {
    this.origin = origin;
  }

  @Setup
  public void setUp() {
    reader = new StreamReader(origin);
  }

  @ProcessElement
  public void read(@Element StreamPart part, MultiOutputReceiver out) throws IOException {
    OutputReceiver<VersionedRecord> records = out.get(ReadOutputs.RECORDS);
    OutputReceiver<DeadLetter> refused = out.get(ReadOutputs.REFUSED);
    RangeTally tally = reader.read(part, records::output, refused::output);
    out.get(ReadOutputs.TALLIES).output(tally);
  }

  @Teardown
  public void tearDown() {
    if (reader != null) {
      reader.close();
    }
  }
}
