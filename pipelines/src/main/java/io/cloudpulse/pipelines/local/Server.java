package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.util.Optional;

/**
 * What differs from one kind of server to another. Never asked to start, stop or delete by two at a
 * time: see {@link ServiceControl}.
 */
interface Server<R extends RunningService> {
  /** The server, if it runs and answers. */
  Optional<R> running() throws IOException;

  /**
   * Before a start: the data folder is there, and no process of an earlier start has it any more.
   */
  void prepare() throws IOException;

  /**
   * Starts the server and returns it once it answers.
   *
   * @throws LocalServiceException if it does not come up; what it said is in its log
   */
  R launch(int port) throws IOException;

  /** Ends the server, if it is alive, and returns when it has let go of its files and its port. */
  void end() throws IOException;
}
