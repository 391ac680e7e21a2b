package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/** What a user must know of a server that runs here. */
public interface RunningService {
  /** Product and version, such as {@code PostgreSQL 17.11.0}. */
  String version();

  /** On 127.0.0.1. */
  int port();

  /** As a {@code --source} or {@code --sink} takes it. */
  String address();

  /** The folder that holds all the server keeps. */
  Path data();

  /** One word of how it is: {@code ready}, or the server's own. */
  default String health() {
    return "ready";
  }

  /** A command line that shows the server answers. */
  String tryIt();
}
