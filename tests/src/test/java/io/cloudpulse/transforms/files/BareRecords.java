package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.LineReader;
import io.cloudpulse.transforms.decode.RecordBytes;
import io.cloudpulse.transforms.decode.RecordReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The records of one range, one by one; the first that is refused ends the job. */
final class BareRecords implements Iterator<VersionedRecord>, RecordReader.Receiver {
  private static final byte[] NOT_KEPT = {};

  private final LineReader lines;
  private final long end;
  private final Instant asOf;
  private final RecordReader reader;
  private VersionedRecord next;

  BareRecords(Dataset dataset, List<String> header, long modified, LineReader lines, long end) {
    this.lines = lines;
    this.end = end;
    this.asOf = Instant.ofEpochMilli(modified);
    this.reader = new RecordReader(dataset, dataset.layouts().get(0), header, name -> {}, false);
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && lines.nextOffset() < end && lines.next()) {
        boolean unused = reader.read(lines, this);
      }
      if (next == null) {
        lines.close();
      }
      return next != null;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public VersionedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    VersionedRecord taken = next;
    next = null;
    return taken;
  }

  @Override
  public void read(Object[] values, RecordBytes line) {
    long version = Version.ofLoad(asOf, line.offset());
    next = new VersionedRecord("", 0, line.offset(), version, values, NOT_KEPT);
  }

  @Override
  public void refused(Refusal refusal, RecordBytes line, String column) {
    throw refusal;
  }
}
