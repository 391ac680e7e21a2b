package io.cloudpulse.pipelines.flags;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a runner is: the Beam flags it is started with, unless the user says otherwise. The data is
 * in {@code runners-config/<name>/options}, one flag a line.
 */
public record RunnerProfile(String name, List<String> options) {
  /** System property that names the folder {@code runners-config}; the launcher sets it. */
  public static final String FOLDER = "pulse.runners";

  /** Runners with a bundle in this release. */
  public static final List<String> NAMES = List.of("flink", "direct");

  public static RunnerProfile named(String name) {
    Path file = Path.of(System.getProperty(FOLDER, "runners-config"), name, "options");
    try (Stream<String> lines = Files.lines(file)) {
      return new RunnerProfile(
          name, lines.map(String::strip).filter(RunnerProfile::isFlag).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the profile of runner " + name + " cannot be read", e);
    }
  }

  private static boolean isFlag(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }
}
