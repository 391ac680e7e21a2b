package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a server said since its last start. */
record ServerLog(Path file, List<String> lines) {
  private static final int LAST = 15;

  static ServerLog of(Path file) throws IOException {
    return new ServerLog(file, Files.exists(file) ? Files.readAllLines(file) : List.of());
  }

  boolean saysPortTaken() {
    return lines.stream().anyMatch(line -> line.contains("could not bind"));
  }

  /** The log knows why; the program that started the server mostly does not. */
  LocalServiceException explain(String what, LocalServiceException failure) {
    if (lines.isEmpty()) {
      return new LocalServiceException(what + ": " + failure.getMessage(), failure);
    }
    List<String> tail = lines.subList(Math.max(0, lines.size() - LAST), lines.size());
    return new LocalServiceException(
        what + ". The end of " + file + ":\n  " + String.join("\n  ", tail), failure);
  }
}
