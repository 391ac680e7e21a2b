package io.cloudpulse.pipelines.source;

import java.util.Map;
import java.util.Optional;

/** Where a job stands in its source, for as long as it goes on. */
public interface SourcePositions extends AutoCloseable {
  /**
   * Of one partition.
   *
   * @param committed offset before which every sink has every row
   * @param end offset after the last message
   * @param lag how many offsets are left to read
   */
  record Position(long committed, long end, long lag) {}

  /**
   * By partition, as of now; may wait some seconds for an answer.
   *
   * @throws IllegalStateException if none comes
   */
  Map<Integer, Position> now();

  /** Number of the round at hand, or else the last; empty before the first, and without rounds. */
  default Optional<Long> round() {
    return Optional.empty();
  }

  @Override
  void close();

  /** Of a source that is not in partitions. */
  static SourcePositions none() {
    return new SourcePositions() {
      @Override
      public Map<Integer, Position> now() {
        return Map.of();
      }

      @Override
      public void close() {}
    };
  }
}
