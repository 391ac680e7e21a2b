package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/** The folder in which the local services keep their data. */
public final class PulseHome {
  private PulseHome() {}

  /** {@code .pulse} in the project: the launcher says where that is. */
  public static Path folder() {
    return Path.of(System.getProperty("pulse.home", ".pulse")).toAbsolutePath();
  }
}
