package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.LineReader;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads single records again, to show them: those that start at one place of a file. */
public final class RecordAt {
  private final Dataset dataset;
  private final boolean refuseUnknown;
  private final Lookup lookup;

  public RecordAt(Dataset dataset, boolean refuseUnknown, Lookup lookup) {
    this.dataset = dataset;
    this.refuseUnknown = refuseUnknown;
    this.lookup = lookup;
  }

  /**
   * The accepted records of one line: several if the layout unpivots. A key made of the record's
   * number starts at 1 here.
   *
   * @param range the range that the line is in
   */
  public List<VersionedRecord> read(FileRange range, long offset) throws IOException {
    FileRange line =
        new FileRange(
            range.file(),
            range.size(),
            offset,
            offset + 1,
            1,
            range.base(),
            range.asOf(),
            range.layout(),
            range.header());
    Kept kept = new Kept(new ArrayList<>());
    try (LineReader lines = OpenFile.at(line);
        RecordFinisher finisher = new RecordFinisher(dataset, lookup)) {
      new RangeReading(dataset, line, "", finisher, kept).readAll(lines, refuseUnknown);
    }
    return kept.records();
  }

  private record Kept(List<VersionedRecord> records) implements RangeOutputs {
    @Override
    public void accepted(VersionedRecord record) {
      records.add(record);
    }

    @Override
    public void refused(DeadLetter letter) {}

    @Override
    public void finished(RangeTally tally) {}
  }
}
