package io.cloudpulse.transforms.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.LineReader;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadRangesTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  @TempDir Path folder;

  /** What came of all ranges of a file, in their order. */
  private static final class Found implements RangeOutputs {
    final List<VersionedRecord> records = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();
    final List<RangeTally> tallies = new ArrayList<>();

    @Override
    public void accepted(VersionedRecord record) {
      records.add(record);
    }

    @Override
    public void refused(DeadLetter letter) {
      letters.add(letter);
    }

    @Override
    public void finished(RangeTally tally) {
      tallies.add(tally);
    }

    List<String> names() {
      return records.stream().map(record -> (String) record.values()[1]).toList();
    }
  }

  private static Found read(Dataset dataset, Path file, long rangeBytes) throws IOException {
    FileListing listing =
        FileListing.of(
            dataset,
            file.toString(),
            new FileListing.Options(Optional.of(NOON), false, rangeBytes));
    Found found = new Found();
    for (FileRange range : listing.ranges()) {
      try (LineReader lines = OpenFile.at(range)) {
        new RangeReading(dataset, range, "run", new RecordFinisher(dataset), found)
            .readAll(lines, false);
      }
    }
    return found;
  }

  @Test
  void readsEachLineOnceWhereverTheFileIsCut() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "id,name\n1,a\n\n22,bb\r\n333,ccc\n4,d");

    for (long rangeBytes = 1; rangeBytes < 40; rangeBytes++) {
      assertThat(read(Things.LINES, file, rangeBytes).names())
          .as("ranges of %d bytes", rangeBytes)
          .containsExactly("a", "bb", "ccc", "d");
    }
  }

  @Test
  void versionsByPositionAreTheSameWhereverTheFileIsCut() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "id,name\n1,a\n2,b\n3,c\n");

    assertThat(read(Things.LINES, file, 5).records)
        .extracting(VersionedRecord::version)
        .containsExactly(
            Version.ofLoad(NOON, 8), Version.ofLoad(NOON, 12), Version.ofLoad(NOON, 16));
  }

  @Test
  void tellsWhereARefusedRecordIs() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "id,name\n1,a\n\nmany,b\n");

    Found found = read(Things.LINES, file, 1 << 20);

    DeadLetter letter = found.letters.get(0);
    assertThat(letter.getSource()).isEqualTo(file.toString());
    assertThat(letter.getOffset()).isEqualTo(13);
    assertThat(letter.getLine()).isEqualTo(4);
    assertThat(letter.getReason()).isEqualTo("type");
    assertThat(letter.getField()).isEqualTo("id");
    assertThat(new String(letter.getOriginal(), StandardCharsets.UTF_8)).isEqualTo("many,b");
    assertThat(found.tallies.get(0).getRefused()).isEqualTo(Map.of("type", 1L));
    assertThat(found.tallies.get(0).getRead()).isEqualTo(2);
  }

  @Test
  void numbersTheRecordsOfAPositionKeyWithoutBlankLines() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "id,name\n1,a\n\nmany,b\n1,a\n");

    assertThat(read(Things.BY_POSITION, file, 1 << 20).records)
        .extracting(record -> List.of(record.values()))
        .containsExactly(List.of(1L, "a", "a.csv", 1L), List.of(1L, "a", "a.csv", 3L));
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("id,name\n1,a\n2,b\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(Things.LINES, file, 5).names()).containsExactly("a", "b");
  }

  @Test
  void doesNotReadAFileThatHasChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "id,name\n1,a\n");
    FileListing listing =
        FileListing.of(
            Things.LINES, file.toString(), FileListing.Options.of(Optional.of(NOON), false));
    Files.writeString(file, "id,name\n1,a\n2,b\n");

    assertThatThrownBy(() -> OpenFile.at(listing.ranges().get(0)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file
                + " changed while it was being read: it had 12 bytes and has 16."
                + " Run again when it is complete.");
  }
}
