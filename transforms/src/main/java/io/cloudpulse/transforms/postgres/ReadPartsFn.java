package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads whole parts of a table in one step. */
final class ReadPartsFn extends DoFn<TablePart, VersionedRecord> {
  private static final long serialVersionUID = 1;

  private final TableOrigin origin;
  private transient PartReader reader;

  ReadPartsFn(TableOrigin origin) {
    this.origin = origin;
  }

  @Setup
  public void setUp() {
    reader = new PartReader(origin);
  }

  @ProcessElement
  public void read(@Element TablePart part, MultiOutputReceiver out)
      throws IOException, SQLException {
    OutputReceiver<VersionedRecord> records = out.get(ReadOutputs.RECORDS);
    OutputReceiver<DeadLetter> refused = out.get(ReadOutputs.REFUSED);
    RangeTally tally = reader.read(part, records::output, refused::output);
    out.get(ReadOutputs.TALLIES).output(tally);
  }

  @Teardown
  public void tearDown() throws SQLException {
    if (reader != null) {
      reader.close();
    }
  }
}
