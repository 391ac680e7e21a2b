package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the page that is kept against one that was just made. */
record PageCheck(String kept, String fresh) {
  /** Asserts that they tell the same, but for when it was run, and how long it took. */
  void assertSame() {
    assertThat(steady(kept))
        .as("docs/matrix.md; to renew it, run all of this with -Dupdate.goldens=true")
        .isEqualTo(steady(fresh));
  }

  private static String steady(String page) {
    String lines =
        page.lines()
            .filter(line -> !line.startsWith(MatrixPage.RUN_ON))
            .collect(Collectors.joining("\n", "", "\n"));
    return lines.substring(0, Math.max(0, lines.indexOf(MatrixPage.TIME)));
  }

  /** Asserts that each cell that was not skipped is in the page that is kept. */
  void assertSameCells() {
    List<List<String>> seen = cells(fresh);
    List<List<String>> all = cells(kept);
    assertThat(all).as("rows of docs/matrix.md").hasSameSizeAs(seen);
    for (int row = 0; row < seen.size(); row++) {
      List<String> expected = new ArrayList<>(all.get(row));
      for (int cell = 0; cell < seen.get(row).size(); cell++) {
        if (seen.get(row).get(cell).equals(Verdict.SKIPPED.toString())) {
          expected.set(cell, Verdict.SKIPPED.toString());
        }
      }
      assertThat(seen.get(row)).as("docs/matrix.md").isEqualTo(expected);
    }
  }

  /** Those of the first table. */
  private static List<List<String>> cells(String page) {
    return page.lines()
        .dropWhile(line -> !line.startsWith("| runner"))
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .toList();
  }
}
