package io.cloudpulse.tests.matrix;

import java.util.Map;

/**
 * What became of a cell, as it is written down by the test that saw it.
 *
 * @param checksums of the rows of each sink; empty where nothing was run
 * @param wrong how many wrong expectations it was held against, of which {@code seen} were noticed
 * @param words why it was refused, or what was asked for; empty where it was run
 */
@SuppressWarnings("checkstyle:ParameterNumber")
record Result(
    Cell cell,
    Verdict verdict,
    Map<Sink, String> checksums,
    int wrong,
    int seen,
    double seconds,
    String words) {
  /** Of a cell that was not run to its end. */
  static Result told(Cell cell, Verdict verdict, String words) {
    return new Result(cell, verdict, Map.of(), 0, 0, 0, words);
  }
}
