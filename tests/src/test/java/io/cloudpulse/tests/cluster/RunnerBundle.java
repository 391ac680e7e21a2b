package io.cloudpulse.tests.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What {@code ./pulse} starts a runner with, as Maven built it. */
record RunnerBundle(String runner) {
  static final Path PROJECT = Path.of(System.getProperty("pulse.project", ".."));

  Path folder() {
    return PROJECT.resolve("runners-config").resolve(runner);
  }

  /** The jar of a job on a cluster, as {@code -Puber} builds it. */
  Path uber() throws IOException {
    try (Stream<Path> built = Files.list(folder().resolve("target"))) {
      return built
          .filter(jar -> jar.getFileName().toString().endsWith("-uber.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no uber jar: mvn -B verify -Pmatrix"))
          .toAbsolutePath()
          .normalize();
    }
  }

  /** The class path with which {@code ./pulse} starts. */
  String classPath() throws IOException {
    Path target = folder().resolve("target").toAbsolutePath();
    return Files.readString(target.resolve("classpath")).strip().replace("lib/", target + "/lib/");
  }
}
