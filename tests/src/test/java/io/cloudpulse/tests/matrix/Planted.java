package io.cloudpulse.tests.matrix;

import io.cloudpulse.pipelines.generate.Expected;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a right reader must find in an input: known because it was put there, not because anything
 * was run.
 *
 * @param refused by reason
 * @param rows of the dataset itself in a sink
 */
record Planted(long read, Map<String, Long> refused, long rows) {
  /** Of a file that the generator wrote. */
  static Planted of(Expected generated) {
    return new Planted(
        generated.records(), new TreeMap<>(generated.refused()), generated.rowsInSink());
  }

  /** With more good records of rows that are there already. */
  Planted with(int more) {
    return new Planted(read + more, refused, rows);
  }

  /** Each record twice. */
  Planted doubled() {
    Map<String, Long> twice = new TreeMap<>(refused);
    twice.replaceAll((reason, count) -> 2 * count);
    return new Planted(2 * read, twice, rows);
  }

  long bad() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
