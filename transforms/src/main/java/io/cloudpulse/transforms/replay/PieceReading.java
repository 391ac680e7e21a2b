package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import io.cloudpulse.transforms.archive.ArchivedRecord;
import io.cloudpulse.transforms.archive.ReadAgain;
import io.cloudpulse.transforms.decode.RecordFinisher;
import io.cloudpulse.transforms.files.ArchivedLines;
import io.cloudpulse.transforms.kafka.ArchivedMessages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the records of one piece by the classes that read their source the first time: each ends as
 * the row that it was, of the version that it had, or as the same dead letter.
 */
final class PieceReading {
  private static final LetterLayout.Found NO_LAYOUT = new LetterLayout.Found(0, List.of());

  /** What tells a record's layout. */
  private record Known(int layout, List<String> header, boolean brace) {}

  private final ArchiveOrigin origin;
  private final long first;
  private final RecordFinisher finisher;
  private final Consumer<VersionedRecord> accepted;
  private final Consumer<DeadLetter> refused;
  private final TallyCounter tally = new TallyCounter();
  private ReadAgain records;
  private String range;
  private LetterLayout layouts;
  private Known lastKnown;
  private LetterLayout.Found lastFound;

  PieceReading(
      ArchiveOrigin origin,
      long first,
      RecordFinisher finisher,
      Consumer<VersionedRecord> accepted,
      Consumer<DeadLetter> refused) {
    this.origin = origin;
    this.first = first;
    this.finisher = finisher;
    this.accepted = accepted;
    this.refused = refused;
  }

  /** What was counted; empty if there was no record. */
  Optional<RangeTally> tally() {
    return Optional.ofNullable(range).map(tally::tally);
  }

  void read(ArchivedRecord record) throws IOException {
    if (range == null) {
      begin(record.source());
    }
    LetterLayout.Found found = layout(record);
    records.read(record, found.layout(), found.header());
  }

  /** A piece is of one source. */
  private void begin(String source) {
    range = source + "#" + first;
    layouts = new LetterLayout(origin.dataset(), source);
    ReadAgain.Outputs outputs = new ReadAgain.Outputs(range, tally, accepted, refused);
    records =
        ReplayPage.isTopic(source)
            ? new ArchivedMessages(origin, source, finisher, outputs)
            : new ArchivedLines(origin, source, finisher, outputs);
  }

  /** A message without payload has no layout, and needs none. */
  private LetterLayout.Found layout(ArchivedRecord record) throws IOException {
    if (record.value() == null) {
      return NO_LAYOUT;
    }
    boolean brace = startsWithBrace(record.value());
    Known known = new Known(record.reading().layout(), record.reading().header(), brace);
    if (!known.equals(lastKnown)) {
      lastFound = layouts.of(line(record), record.reading(), brace);
      lastKnown = known;
    }
    return lastFound;
  }

  private static ReplayLine line(ArchivedRecord record) {
    return new ReplayLine("", record.value(), record.offset(), record.line(), "", null);
  }

  private static boolean startsWithBrace(byte[] value) {
    int at = 0;
    while (at < value.length && value[at] <= ' ' && value[at] >= 0) {
      at++;
    }
    return at < value.length && value[at] == '{';
  }
}
