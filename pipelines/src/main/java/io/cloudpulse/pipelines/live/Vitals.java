package io.cloudpulse.pipelines.live;

import java.sql.SQLException;

/** A run's signs of life: where they are taken, and where they are written down. */
interface Vitals extends AutoCloseable {
  LiveStatus take() throws SQLException;

  void beat(String live) throws SQLException;

  /**
   * Writes down that the run was stopped.
   *
   * @param live where it stood, as JSON; null if that could not be seen
   */
  void stop(String live) throws SQLException;

  @Override
  void close();
}
