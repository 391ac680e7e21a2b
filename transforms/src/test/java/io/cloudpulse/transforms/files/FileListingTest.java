package io.cloudpulse.transforms.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListingTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.writeString(folder.resolve(name), text);
  }

  private FileListing list(Dataset dataset, String glob, boolean refuseUnknown, long rangeBytes) {
    return FileListing.of(
        dataset,
        folder + "/" + glob,
        new FileListing.Options(Optional.of(NOON), refuseUnknown, rangeBytes));
  }

  private FileListing list(Dataset dataset, String glob) {
    return list(dataset, glob, false, 1 << 20);
  }

  @Test
  void listsFilesByNameAndPutsOneBehindTheOther() throws IOException {
    Path b = write("b.csv", "id,name\n1,x\n");
    Path a = write("a.csv", "name,id\nx,1\ny,2\n");

    FileListing listing = list(Things.LINES, "*.csv");

    assertThat(listing.problems()).isEmpty();
    assertThat(listing.ranges())
        .containsExactly(
            new FileRange(
                a.toString(), 16, 8, Long.MAX_VALUE, 2, 0, NOON, 0, List.of("name", "id")),
            new FileRange(
                b.toString(), 12, 8, Long.MAX_VALUE, 2, 16, NOON, 0, List.of("id", "name")));
  }

  @Test
  void leavesRoomForWhatACompressedFileHolds() throws IOException {
    Path first = folder.resolve("a.csv.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(first))) {
      out.write("id,name\n1,x\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    write("b.csv", "id,name\n1,x\n");

    assertThat(list(Things.LINES, "*").ranges())
        .extracting(FileRange::base)
        .containsExactly(0L, Files.size(first) * 1032);
  }

  @Test
  void takesTheFilesOwnTimeWhereNoneIsGiven() throws IOException {
    Path file = write("a.csv", "id\n1\n");
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(NOON));

    FileListing listing =
        FileListing.of(
            Things.LINES, file.toString(), FileListing.Options.of(Optional.empty(), false));

    assertThat(listing.ranges().get(0).asOf()).isEqualTo(NOON);
  }

  @Test
  void cutsOnlyWhatMayBeCut() throws IOException {
    write("a.csv", "id,name\n" + "1,x\n".repeat(100));

    assertThat(list(Things.LINES, "a.csv", false, 100).ranges())
        .extracting(FileRange::from, FileRange::to, FileRange::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(8L, 108L, 2L),
            org.assertj.core.groups.Tuple.tuple(108L, 208L, 0L),
            org.assertj.core.groups.Tuple.tuple(208L, 308L, 0L),
            org.assertj.core.groups.Tuple.tuple(308L, Long.MAX_VALUE, 0L));
    assertThat(list(Things.MULTILINE, "a.csv", false, 100).ranges()).hasSize(1);
    assertThat(list(Things.BY_POSITION, "a.csv", false, 100).ranges()).hasSize(1);
  }

  @Test
  void tellsEveryHeaderThatLacksARequiredColumn() throws IOException {
    Path a = write("a.csv", "code,name\n1,x\n");
    Path b = write("b.csv", "");

    assertThat(list(Things.LINES, "*.csv").problems())
        .containsExactly(
            a + ":1: the header lacks id; it has code, name", b + ":1: there is no header");
  }

  @Test
  void reportsUnknownColumnsOrRefusesThem() throws IOException {
    Path a = write("a.csv", "id,name,colour\n1,x,red\n");
    String text = a + ": no field reads \"colour\"";

    assertThat(list(Things.LINES, "a.csv").notes()).containsExactly(text);
    assertThat(list(Things.LINES, "a.csv", true, 1 << 20).problems()).containsExactly(text);
  }

  @Test
  void findsAHeaderBehindAPreambleAByteOrderMarkAndAQuotedLineBreak() throws IOException {
    write("a.csv", "\uFEFFsome words\n\n\"id\",\"Na\nme\"\n1,x\n");
    Layout layout = Layout.builder().preamble(2).build();

    FileRange range = list(Things.dataset(layout), "a.csv").ranges().get(0);

    assertThat(range.header()).containsExactly("id", "Na\nme");
    assertThat(range.line()).isEqualTo(5);
    assertThat(range.from()).isEqualTo(28);
  }

  @Test
  void choosesTheLayoutByHeaderAndByFirstCharacter() throws IOException {
    Layout codes =
        Layout.builder()
            .name("codes")
            .aliases(java.util.Map.of("id", List.of("Code")))
            .delimiter(';')
            .build();
    Layout json = Layout.builder().name("json").format(Layout.Format.JSONL).build();
    Dataset dataset = Things.dataset(Layout.builder().build(), codes, json);
    write("a.csv", "id,name\n1,x\n");
    write("b.csv", "Code;name\n1;x\n");
    write("c.jsonl", "{\"id\": 1}\n");

    assertThat(list(dataset, "*").ranges()).extracting(FileRange::layout).containsExactly(0, 1, 2);
  }

  @Test
  void refusesTwoFilesOfOneNameWhereThePositionIsTheKey() throws IOException {
    Path first = write("x/a.csv", "id\n1\n");
    Path second = write("y/a.csv", "id\n1\n");

    assertThat(list(Things.BY_POSITION, "*/a.csv").problems())
        .containsExactly(
            second
                + ": has the name of "
                + first
                + ", but key: position tells files apart by name; rename one");
    assertThat(list(Things.LINES, "*/a.csv").problems()).isEmpty();
  }

  @Test
  void aGlobThatMatchesNothingIsAProblem() {
    assertThat(list(Things.LINES, "*.csv").problems())
        .containsExactly("no file matches " + folder + "/*.csv");
  }
}
