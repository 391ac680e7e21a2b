package io.cloudpulse.transforms.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.TallyCounter;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.archive.Archive;
import io.cloudpulse.transforms.archive.ArchiveListing;
import io.cloudpulse.transforms.archive.ArchiveListing.Hours;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import io.cloudpulse.transforms.archive.ArchivePiece;
import io.cloudpulse.transforms.archive.ArchivedRecord;
import io.cloudpulse.transforms.archive.PieceRecords;
import io.cloudpulse.transforms.archive.ReadAgain;
import io.cloudpulse.transforms.decode.LineReader;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivedLinesTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {8, 1 << 20})
  void givesTheSameRowsAndDeadLettersAgain(long rangeBytes) throws IOException {
    assertSame(Things.LINES, "id,name\n1,a\n\nmany,b\r\n3,c\r\n4,\"d", rangeBytes, 4);
  }

  @Test
  void keepsRecordsOfSeveralLines() throws IOException {
    assertSame(Things.MULTILINE, "name,id\n\"a\nb\",1\n\"never closed,2\nc,3\n", 1 << 20, 3);
  }

  @Test
  void knowsTheNumberOfEach() throws IOException {
    assertSame(Things.BY_POSITION, "id,name\n1,a\nmany,b\n3,c\n", 1 << 20, 3);
  }

  private void assertSame(Dataset dataset, String text, long rangeBytes, int read)
      throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    Archive archive = Archive.in(folder.resolve("archive").toString(), "test.things");
    Kept first = readAndArchive(dataset, file, rangeBytes, archive);
    Kept again = new Kept();
    TallyCounter tally = readArchive(dataset, file, archive, again);

    assertThat(again.letters)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(first.letters);
    assertThat(again.records)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("range", "ordinal")
        .containsExactlyInAnyOrderElementsOf(first.records);
    assertThat(tally.tally("all").getRead()).isEqualTo(read);
  }

  private static Kept readAndArchive(Dataset dataset, Path file, long rangeBytes, Archive archive)
      throws IOException {
    Kept kept = new Kept();
    var options = new FileListing.Options(Optional.of(NOON), false, rangeBytes);
    for (FileRange range : FileListing.of(dataset, file.toString(), options).ranges()) {
      try (LineReader lines = OpenFile.at(range)) {
        new RangeReading(dataset, range, "run", new RecordFinisher(dataset), kept)
            .archivingTo(archive.writer())
            .readAll(lines, false);
      }
    }
    return kept;
  }

  private static TallyCounter readArchive(Dataset dataset, Path file, Archive archive, Kept kept)
      throws IOException {
    TallyCounter tally = new TallyCounter();
    ArchivedLines reading =
        new ArchivedLines(
            new ArchiveOrigin(dataset, "run", false, Lookup.none()),
            file.toString(),
            new RecordFinisher(dataset),
            new ReadAgain.Outputs(file + "#0", tally, kept.records::add, kept.letters::add));
    for (ArchivePiece piece : ArchiveListing.of(archive, Hours.all()).pieces()) {
      try (PieceRecords records = new PieceRecords(piece)) {
        while (records.hasNext()) {
          ArchivedRecord next = records.next();
          reading.read(next, next.reading().layout(), next.reading().header());
        }
      }
    }
    return tally;
  }

  private static final class Kept implements RangeOutputs {
    private final List<VersionedRecord> records = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    @Override
    public void accepted(VersionedRecord record) {
      records.add(record);
    }

    @Override
    public void refused(DeadLetter letter) {
      letters.add(letter);
    }

    @Override
    public void finished(RangeTally tally) {}
  }
}
