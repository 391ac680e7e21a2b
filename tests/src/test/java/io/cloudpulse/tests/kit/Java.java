package io.cloudpulse.tests.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How tests start a JVM beside their own: as {@code ./pulse} does for what is done soon. What the
 * thorough compiler and a collector of many threads would save, they would take first.
 */
public final class Java {
  /** Flags of such a JVM. */
  public static final List<String> SOON_DONE =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private Java() {}

  /** The program and its first flags, to which others are added. */
  public static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SOON_DONE);
    return command;
  }
}
