package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/** What a user must know of a server that runs here. */
public interface RunningService {
  /** Product and version, such as {@code PostgreSQL 17.11.0}. */
  String version();

  /** As a {@code --source} or {@code --sink} takes it. */
  String address();

  /** The folder that holds all the server keeps. */
  Path data();

  /** A command line that shows the server answers. */
  String tryIt();
}
