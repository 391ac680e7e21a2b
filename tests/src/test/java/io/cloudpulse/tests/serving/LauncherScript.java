package io.cloudpulse.tests.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A launcher as {@code ./pulse} is one: a script that hands its arguments to the real program. */
final class LauncherScript {
  private LauncherScript() {}

  /** On Direct, which starts fastest, by this JVM's class path. */
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
    return script(
        folder,
        "exec \"%s/bin/java\" \"@%s\" io.cloudpulse.pipelines.Pulse \"$@\" --runner=direct"
            .formatted(System.getProperty("java.home"), flags));
  }

  /** One that does something else instead. */
  static Path script(Path folder, String command) throws IOException {
    Path script = Files.writeString(folder.resolve("pulse"), "#!/bin/sh\n" + command + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
