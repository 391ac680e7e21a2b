package io.cloudpulse.transforms;

import java.sql.SQLException;
import java.util.Optional;

/** Where one job's rounds are written down, so that one that was cut short can be repeated. */
public interface RoundBook extends AutoCloseable {
  /** The round that was begun last and not ended; its process was killed, or it failed. */
  Optional<Round> unfinished() throws SQLException;

  /** The last round that every sink has all of. */
  Optional<Round> done() throws SQLException;

  /**
   * Writes down what a round is to read.
   *
   * @throws SQLException if there is a round of that number: another process runs the job
   */
  void plan(Round round) throws SQLException;

  /** Writes down that every sink has all that a round reads, and forgets rounds of long ago. */
  void finish(Round round) throws SQLException;

  @Override
  void close();
}
