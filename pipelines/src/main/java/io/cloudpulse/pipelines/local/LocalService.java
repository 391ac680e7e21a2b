package io.cloudpulse.pipelines.local;

import java.util.Optional;

/** A server on this machine that {@code pulse up} starts, and that outlives the command. */
public interface LocalService {
  /** As the user writes it: {@code postgres}, {@code kafka}, {@code elasticsearch}. */
  String name();

  /** The same, on a port that it demands: a start fails if it is taken. */
  LocalService onPort(int port);

  /** Starts the server, or returns the one that already runs; its data is there again. */
  RunningService start();

  /** The server, if it runs and takes connections. */
  Optional<? extends RunningService> running();

  /** Stops the server and keeps its data; does nothing if it does not run. */
  void stop();

  /** Stops the server and deletes its data; the next start begins empty. */
  void wipe();
}
