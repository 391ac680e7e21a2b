package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * Holds what a run left behind against what it should have left, and against what it should not.
 */
record Proof(Landed landed, Numbers numbers, Expectation right) {
  /** Asserts that all is as expected, and that it would be seen if it were not. */
  Result of(Cell cell, double seconds) {
    assertThat(numbers).isEqualTo(right.numbers());
    assertThat(landed.differences(right.rows())).isEmpty();
    assertThat(landed.letters()).isEqualTo(right.letters());
    List<Expectation> wrong = right.wrong();
    int seen = (int) wrong.stream().filter(this::isSeen).count();
    assertThat(seen).as("wrong expectations that were noticed").isEqualTo(wrong.size());
    return new Result(cell, Verdict.PROVEN, landed.checksums(), wrong.size(), seen, seconds, "");
  }

  /** The canary: one wrong value of one row, of any table, is told of in every sink. */
  private boolean isSeen(Expectation wrong) {
    List<String> told = landed.differences(wrong.rows());
    return told.size() == landed.rows().size()
        && told.stream().allMatch(line -> line.contains("but in expectation: "));
  }
}
