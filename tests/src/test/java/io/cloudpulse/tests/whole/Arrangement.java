package io.cloudpulse.tests.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another way to hand over the same records.
 *
 * @param doubled whether a tenth of them comes twice
 * @param shuffled whether their order is another
 * @param files what they are spread over
 */
record Arrangement(String name, boolean doubled, boolean shuffled, List<String> files) {
  static Stream<Arrangement> all() {
    List<String> five =
        List.of("part0.csv", "part1.csv.gz", "part2.csv.zst", "part3.csv", "part4.csv.gz");
    return Stream.of(
        new Arrangement("shuffled", false, true, List.of("all.csv")),
        new Arrangement("a tenth doubled", true, false, List.of("all.csv")),
        new Arrangement("cut into three", false, false, List.of("a.csv", "b.csv", "c.csv")),
        new Arrangement("with gzip", false, false, List.of("all.csv.gz")),
        new Arrangement("with zstd", false, false, List.of("all.csv.zst")),
        new Arrangement("cut into five and all of that", true, true, five));
  }

  /** Writes the files, and returns the glob that matches them. */
  Path write(CsvLines lines, Path folder) throws IOException {
    CsvLines complete = doubled ? lines.tenthDoubled() : lines;
    CsvLines arranged = shuffled ? complete.shuffled() : complete;
    for (int i = 0; i < files.size(); i++) {
      arranged.part(i, files.size()).write(folder.resolve(files.get(i)));
    }
    return folder.resolve("*.csv*");
  }

  @Override
  public String toString() {
    return name;
  }
}
