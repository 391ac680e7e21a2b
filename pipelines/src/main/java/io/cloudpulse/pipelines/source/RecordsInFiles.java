package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.files.FileRange;
import io.cloudpulse.transforms.files.RecordAt;
import java.io.IOException;
import java.util.List;

/** Reads the records that start at one byte of a file. */
final class RecordsInFiles implements RecordFinder {
  private final List<FileRange> ranges;
  private final RecordAt records;

  RecordsInFiles(MoveSettings settings, List<FileRange> ranges) {
    this.ranges = ranges;
    this.records =
        new RecordAt(settings.dataset(), settings.refuseUnknownColumns(), settings.lookup());
  }

  @Override
  public String place(Read record) {
    return ranges.get(record.range()).file() + ", byte " + record.offset();
  }

  @Override
  public List<Object[]> values(Read record) throws IOException {
    return records.read(ranges.get(record.range()), record.offset()).stream()
        .map(VersionedRecord::values)
        .toList();
  }
}
