package io.cloudpulse.tests.serving;

import io.cloudpulse.pipelines.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What {@code ./pulse} is, of the class path of the tests: nothing is built when it is called. */
final class LauncherScript {
  private LauncherScript() {}

  /** Writes one that runs all on Direct, which starts fastest. */
  static Path in(Path folder) throws IOException {
    Path flags = folder.resolve("jvm.options");
    Files.writeString(
        flags,
        """
        -Xmx512m
        -XX:TieredStopAtLevel=1
        -Dorg.slf4j.simpleLogger.defaultLogLevel=off
        "-Dpulse.runners=%s"
        -cp
        "%s"
        """
            .formatted(System.getProperty("pulse.runners"), System.getProperty("java.class.path")));
    Path script = folder.resolve("pulse");
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec "%s/bin/java" "@%s" %s "$@" --runner=direct
        """
            .formatted(System.getProperty("java.home"), flags, Pulse.class.getName()));
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
