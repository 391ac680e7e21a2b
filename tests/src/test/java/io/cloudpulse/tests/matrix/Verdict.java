package io.cloudpulse.tests.matrix;

/** What a cell of the page says. */
enum Verdict {
  PROVEN("proven"),
  REFUSED("refused"),
  JOB_REQUEST("job request"),
  SKIPPED("skipped"),
  NOT_RUN("not run");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
