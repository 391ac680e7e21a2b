package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.Archive;
import io.cloudpulse.transforms.archive.ArchiveWriter;
import io.cloudpulse.transforms.archive.ArchivedRecord;
import io.cloudpulse.transforms.decode.LineReader;
import io.cloudpulse.transforms.decode.RecordBytes;
import io.cloudpulse.transforms.decode.RecordFinisher;
import io.cloudpulse.transforms.decode.RecordReader;
import java.io.IOException;

/** Reads one range once: every record in it ends accepted or refused. */
final class RangeReading implements RecordReader.Receiver {
  private final Dataset dataset;
  private final FileRange range;
  private final String rangeId;
  private final String fileName;
  private final String run;
  private final RecordFinisher finisher;
  private final RangeOutputs outputs;
  private TallyCounter tally = new TallyCounter();
  private ArchiveWriter archive = Archive.none().writer();
  private LineReader lines;
  private RecordReader reader;
  private long number;
  private byte[] original;
  private long originalOffset = -1;

  RangeReading(
      Dataset dataset, FileRange range, String run, RecordFinisher finisher, RangeOutputs outputs) {
    this.dataset = dataset;
    this.range = range;
    this.rangeId = range.id();
    this.fileName = range.fileName();
    this.run = run;
    this.finisher = finisher;
    this.outputs = outputs;
  }

  /** The same, which keeps records as they came. */
  RangeReading archivingTo(ArchiveWriter writer) {
    archive = writer;
    return this;
  }

  /** The same, one of several that are counted together. */
  RangeReading counting(TallyCounter together) {
    tally = together;
    return this;
  }

  void readAll(LineReader from, boolean refuseUnknown) throws IOException {
    begin(from, refuseUnknown);
    boolean more = true;
    while (more) {
      more = next();
    }
    end();
  }

  void begin(LineReader from, boolean refuseUnknown) {
    Layout layout = dataset.layouts().get(range.layout());
    lines = from;
    reader = new RecordReader(dataset, layout, range.header(), tally::count, refuseUnknown);
  }

  /** Reads the next line or record; false, and nothing is read, at the end. */
  boolean next() throws IOException {
    if (lines.nextOffset() >= range.to() || !lines.next()) {
      return false;
    }
    number++;
    if (!reader.read(lines, this)) {
      number--;
    } else if (archive.isWanted()) {
      archive.add(archived());
    }
    return true;
  }

  /** Reads a record that stands in no file any more. */
  void readAgain(RecordBytes record, long itsNumber) throws IOException {
    number = itsNumber;
    originalOffset = -1;
    if (!reader.read(record, this)) {
      throw new IllegalStateException("what was a record is one");
    }
  }

  private ArchivedRecord archived() {
    long offset = lines.offset();
    return new ArchivedRecord(
        range.file(),
        offset,
        range.line() == 0 ? 0 : lines.line(),
        range.asOf().toEpochMilli(),
        null,
        original(lines),
        reading(offset));
  }

  /** Hands on what was counted, once the archive has what was read. */
  void end() throws IOException {
    archive.finish();
    outputs.finished(tally.tally(rangeId));
  }

  @Override
  public void read(Object[] values, RecordBytes bytes) {
    finisher.derive(values);
    finisher.key(values, fileName, number);
    long offset = bytes.offset();
    long version = finisher.version(values, range.asOf(), range.base() + offset);
    tally.accepted();
    outputs.accepted(
        new VersionedRecord(
            rangeId, tally.acceptedSoFar(), offset, version, values, original(bytes)));
  }

  /** One copy for all the records that a line makes. */
  private byte[] original(RecordBytes bytes) {
    if (bytes.offset() != originalOffset) {
      original = bytes.copy();
      originalOffset = bytes.offset();
    }
    return original;
  }

  @Override
  public void refused(Refusal refusal, RecordBytes record, String column) {
    tally.refused(refusal.reason());
    byte[] bytes = record.copy();
    Digest id = new Digest().add(dataset.name()).add("read").add(range.file());
    outputs.refused(
        DeadLetter.builder()
            .setId(id.add(record.offset()).add(column).add(bytes).hex())
            .setDataset(dataset.name())
            .setStep("read")
            .setReason(refusal.reason().code())
            .setMessage(refusal.getMessage())
            .setField(refusal.field())
            .setOriginal(bytes)
            .setSource(range.file())
            .setOffset(record.offset())
            .setLine(range.line() == 0 ? 0 : record.line())
            .setRun(run)
            .setReading(reading(record.offset()).text())
            .build());
  }

  private Reading reading(long offset) {
    long version = Version.ofLoad(range.asOf(), range.base() + offset);
    return new Reading(range.layout(), range.header(), version, number);
  }
}
