package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import io.cloudpulse.transforms.archive.ArchivedRecord;
import io.cloudpulse.transforms.archive.ReadAgain;
import io.cloudpulse.transforms.decode.MessageBytes;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads archived records of one file, as they were read when they stood in it. */
public final class ArchivedLines implements ReadAgain, RangeOutputs {
  private final ArchiveOrigin origin;
  private final String source;
  private final RecordFinisher finisher;
  private final Outputs outputs;
  private final Map<Known, RangeReading> readings = new HashMap<>();
  private final MessageBytes bytes = new MessageBytes();

  /** What lines have in common that are read alike. */
  private record Known(int layout, List<String> header, boolean numbered, long base) {}

  /**
   * A reader of one file.
   *
   * @param source as {@link FileRange#file} names it
   */
  public ArchivedLines(
      ArchiveOrigin origin, String source, RecordFinisher finisher, Outputs outputs) {
    this.origin = origin;
    this.source = source;
    this.finisher = finisher;
    this.outputs = outputs;
  }

  @Override
  public void read(ArchivedRecord record, int layout, List<String> header) throws IOException {
    Reading how = record.reading();
    long base = how.version() - record.offset();
    bytes.takeLine(record.value(), record.offset(), record.line());
    readings
        .computeIfAbsent(new Known(layout, header, record.line() > 0, base), this::reading)
        .readAgain(bytes, how.number());
  }

  /** The time of the load and the place in it stand for its version: together they make it. */
  private RangeReading reading(Known known) {
    FileRange range =
        new FileRange(
            source,
            0,
            Long.parseLong(outputs.range().substring(outputs.range().lastIndexOf('#') + 1)),
            Long.MAX_VALUE,
            known.numbered() ? 1 : 0,
            known.base(),
            Instant.EPOCH,
            known.layout(),
            known.header());
    RangeReading reading =
        new RangeReading(origin.dataset(), range, origin.run(), finisher, this)
            .counting(outputs.tally());
    reading.begin(null, origin.refuseUnknown());
    return reading;
  }

  @Override
  public void accepted(VersionedRecord record) {
    outputs.accepted().accept(record);
  }

  @Override
  public void refused(DeadLetter letter) {
    outputs.refused().accept(letter);
  }

  /** A piece has one tally, whatever was read in which way. */
  @Override
  public void finished(RangeTally tally) {}
}
