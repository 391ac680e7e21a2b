package io.cloudpulse.tests.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Another way to hand over the same records. */
enum Arrangement {
  SHUFFLED(CsvLines::shuffled, "all.csv"),
  CUT_INTO_FIVE(
      UnaryOperator.identity(), "part0.csv", "part1.csv", "part2.csv", "part3.csv", "part4.csv"),
  A_TENTH_DOUBLED(CsvLines::tenthDoubled, "all.csv"),
  COMPRESSED_WITH_GZIP(UnaryOperator.identity(), "all.csv.gz"),
  COMPRESSED_WITH_ZSTD(UnaryOperator.identity(), "all.csv.zst"),
  ALL_AT_ONCE(
      lines -> lines.tenthDoubled().shuffled(),
      "part0.csv",
      "part1.csv.gz",
      "part2.csv.zst",
      "part3.csv",
      "part4.csv.gz");

  private final UnaryOperator<CsvLines> order;
  private final String[] files;

  Arrangement(UnaryOperator<CsvLines> order, String... files) {
    this.order = order;
    this.files = files;
  }

  /** Writes the files, and returns the glob that matches them. */
  Path write(CsvLines lines, Path folder) throws IOException {
    CsvLines arranged = order.apply(lines);
    for (int i = 0; i < files.length; i++) {
      arranged.part(i, files.length).write(folder.resolve(files[i]));
    }
    return folder.resolve("*.csv*");
  }
}
