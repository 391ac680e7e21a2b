package io.cloudpulse.transforms.replay;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Layout.Format;
import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.MessageBytes;
import io.cloudpulse.transforms.decode.RecordBytes;
import io.cloudpulse.transforms.decode.RecordFinisher;
import io.cloudpulse.transforms.decode.RecordReader;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads one page once, by the steps of a first reading: every record in it gets the key and the
 * version that it would have had then, or is refused again.
 */
final class PageReading implements RecordReader.Receiver {
  private final ReplayOrigin origin;
  private final Dataset dataset;
  private final ReplayPage page;
  private final RecordFinisher finisher;
  private final ReplayOutputs outputs;
  private final RefusedAgain again;
  private final LetterLayout layouts;
  private final Map<LetterLayout.Found, RecordReader> readers = new HashMap<>();
  private final MessageBytes bytes = new MessageBytes();
  private final TallyCounter tally = new TallyCounter();
  private ReplayLine line;
  private Reading reading;
  private Layout layout;

  PageReading(
      ReplayOrigin origin, ReplayPage page, RecordFinisher finisher, ReplayOutputs outputs) {
    this.origin = origin;
    this.dataset = origin.dataset();
    this.page = page;
    this.finisher = finisher;
    this.outputs = outputs;
    this.again = new RefusedAgain(origin, page.source());
    this.layouts = new LetterLayout(dataset, page.source());
  }

  void readAll() throws IOException {
    for (ReplayLine next : page.lines()) {
      line = next;
      reading = Reading.parse(next.reading());
      bytes.take(next.original(), next.offset());
      read();
    }
    outputs.finished(tally.tally(page.range()));
  }

  private void read() throws IOException {
    LetterLayout.Found found = layouts.of(line, reading, bytes.first() == '{');
    layout = dataset.layouts().get(found.layout());
    RecordReader reader = readers.computeIfAbsent(found, this::reader);
    if (!reader.isRecord(bytes)) {
      refused(Refusal.of(Reason.MALFORMED, "the record is empty"), bytes, "");
    } else if (bytes.severalLines() && layout.format() == Format.CSV && !layout.multiline()) {
      refused(Refusal.of(Reason.MALFORMED, "a line ends inside the record"), bytes, "");
    } else if (!reader.read(bytes, this)) {
      throw new IllegalStateException("what is a record is read as one");
    }
  }

  private RecordReader reader(LetterLayout.Found found) {
    return new RecordReader(
        dataset,
        dataset.layouts().get(found.layout()),
        found.header(),
        tally::count,
        origin.refuseUnknown());
  }

  @Override
  public void read(Object[] values, RecordBytes record) {
    finisher.derive(values);
    finisher.key(values, page.keySource(), number());
    long version = version(values);
    tally.accepted();
    outputs.accepted(
        new VersionedRecord(
            page.range(), tally.acceptedSoFar(), line.offset(), version, values, line.original()));
  }

  private long number() {
    if (page.isOfTopic()) {
      return line.offset();
    }
    if (reading.number() == 0 && dataset.key().kind() == Key.Kind.POSITION) {
      throw Refusal.of(
          Reason.MISSING,
          "its number in its source is its key, and is not known: run its source again");
    }
    return reading.number();
  }

  private long version(Object[] values) {
    if (dataset.version().isPresent()) {
      return finisher.version(values, Instant.EPOCH, 0);
    }
    if (reading.version() != 0) {
      return reading.version();
    }
    if (origin.asOf() == null) {
      throw Refusal.of(
          Reason.MISSING, "when the record was true is not known: say it with --asOf=TIME");
    }
    return Version.ofLoad(origin.asOf(), line.offset());
  }

  @Override
  public void refused(Refusal refusal, RecordBytes record, String column) {
    tally.refused(refusal.reason());
    outputs.refused(again.letter(refusal, line, column, layout.unpivot().isPresent()));
  }
}
