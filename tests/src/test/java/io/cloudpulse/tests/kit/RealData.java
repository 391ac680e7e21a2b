package io.cloudpulse.tests.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real public files, which are no part of the product. */
public final class RealData {
  private RealData() {}

  /** Skips the test where the folder is missing. */
  public static Path folder() {
    String named = System.getenv("CLOUD_PULSE_DATA");
    Path folder =
        named == null
            ? Path.of(System.getProperty("pulse.project", ".."), "../shared/data")
            : Path.of(named);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "no real data in " + folder.toAbsolutePath() + ": name it in CLOUD_PULSE_DATA");
    return folder.toAbsolutePath().normalize();
  }
}
