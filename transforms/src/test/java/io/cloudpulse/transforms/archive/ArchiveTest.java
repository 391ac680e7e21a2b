package io.cloudpulse.transforms.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.Reading;
import io.cloudpulse.transforms.archive.ArchiveListing.Hours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final String SOURCE = "kafka://host:9092/things/0";
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path folder;

  private Archive archive() {
    return Archive.in(folder.toString(), "shop.things");
  }

  private static ArchivedRecord record(long offset) {
    return record(offset, NOON, "row " + offset, 5);
  }

  private static ArchivedRecord record(long offset, Instant at, String value, long version) {
    byte[] bytes = value == null ? null : value.getBytes(UTF_8);
    return new ArchivedRecord(
        SOURCE,
        offset,
        0,
        at.toEpochMilli(),
        ("key " + offset).getBytes(UTF_8),
        bytes,
        new Reading(1, List.of("id", "na\"me"), version, offset));
  }

  private void write(ArchivedRecord... records) throws IOException {
    ArchiveWriter writer = archive().writer();
    for (ArchivedRecord record : records) {
      writer.add(record);
    }
    writer.finish();
  }

  private ArchiveListing listed() {
    return ArchiveListing.of(archive(), Hours.all());
  }

  /** The records of all pieces, as {@code offset:value@version}. */
  private List<String> all(Hours hours) throws IOException {
    List<String> found = new ArrayList<>();
    for (ArchivePiece piece : ArchiveListing.of(archive(), hours).pieces()) {
      try (PieceRecords records = new PieceRecords(piece)) {
        while (records.hasNext()) {
          ArchivedRecord record = records.next();
          String value = record.value() == null ? "none" : new String(record.value(), UTF_8);
          found.add(record.offset() + ":" + value + "@" + record.reading().version());
        }
      }
    }
    return found;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void givesBackWhatItWasGiven() throws IOException {
    ArchivedRecord first = record(7);
    ArchivedRecord deleted = record(8, NOON, null, 9);
    write(first, deleted);

    try (PieceRecords records = new PieceRecords(listed().pieces().get(0))) {
      assertThat(records.hasNext()).isTrue();
      assertThat(records.next()).usingRecursiveComparison().isEqualTo(first);
      assertThat(records.hasNext()).isTrue();
      assertThat(records.next()).usingRecursiveComparison().isEqualTo(deleted);
      assertThat(records.hasNext()).isFalse();
    }
  }

  @Test
  void keepsEachHourForItself() throws IOException {
    Instant one = NOON.plusSeconds(3_600);
    write(record(1), record(2, one, "b", 5), record(3), record(4, one, "d", 5));

    assertThat(files())
        .extracting(file -> file.substring(0, file.lastIndexOf('/')))
        .containsExactly("shop.things/hour=2026-11-20T12", "shop.things/hour=2026-11-20T13");
    assertThat(all(Hours.all())).containsExactly("1:row 1@5", "2:b@5", "3:row 3@5", "4:d@5");
    assertThat(all(new Hours(one, Instant.MAX))).containsExactly("2:b@5", "4:d@5");
    assertThat(all(new Hours(Instant.MIN, one))).containsExactly("1:row 1@5", "3:row 3@5");
  }

  @Test
  void replacesAFileThatHoldsTheSame() throws IOException {
    write(record(1), record(2));
    List<String> once = files();
    byte[] bytes = Files.readAllBytes(folder.resolve(once.get(0)));

    write(record(1), record(2));

    assertThat(files()).isEqualTo(once);
    assertThat(Files.readAllBytes(folder.resolve(once.get(0)))).isEqualTo(bytes);
  }

  @Test
  void replacesNoFileThatHoldsSomethingElse() throws IOException {
    write(record(1));
    write(record(1, NOON, "other", 5));
    write(record(1, NOON, "row 1", 6));

    assertThat(files()).hasSize(3);
  }

  @Test
  void readsOverlappingFilesOnceInTheOrderOfOffsets() throws IOException {
    write(record(1), record(2), record(3), record(4));
    write(record(3), record(4), record(5));
    write(record(2));

    assertThat(listed().pieces()).hasSize(1);
    assertThat(all(Hours.all()))
        .containsExactly("1:row 1@5", "2:row 2@5", "3:row 3@5", "4:row 4@5", "5:row 5@5");
  }

  @Test
  void takesTheLatestLoadOfTheSameAndAllThatDiffers() throws IOException {
    write(record(1, NOON, "same", 5), record(2, NOON, "before", 5));
    write(record(1, NOON, "same", 8), record(2, NOON, "after", 8));

    assertThat(all(Hours.all())).containsExactly("1:same@8", "2:before@5", "2:after@8");
  }

  @Test
  void leavesNothingOfWhatWasNotFinished() throws IOException {
    ArchiveWriter writer = archive().writer();
    writer.add(record(1));

    assertThat(files()).isEmpty();
    assertThat(listed().pieces()).isEmpty();
  }

  @Test
  void putsSmallFilesTogether() throws IOException {
    write(record(1), record(2));
    write(record(2), record(3));
    write(record(4, NOON.plusSeconds(3_600), "later", 5));
    List<String> before = all(Hours.all());

    Compaction done = Compaction.of(folder.toString());

    assertThat(done).isEqualTo(new Compaction(3, 2));
    assertThat(files()).hasSize(2);
    assertThat(all(Hours.all())).isEqualTo(before);
    assertThat(Compaction.of(folder.toString())).isEqualTo(new Compaction(2, 2));
    assertThat(files()).hasSize(2);
  }

  @Test
  void sharesOutWhatDoesNotOverlap() throws IOException {
    Random random = new Random(1);
    for (int offset = 0; offset < 10; offset++) {
      byte[] noise = new byte[750_000];
      random.nextBytes(noise);
      write(record(offset, NOON, Base64.getEncoder().encodeToString(noise), 5));
    }

    assertThat(listed().pieces()).hasSize(2);
    assertThat(all(Hours.all())).hasSize(10);
  }
}
