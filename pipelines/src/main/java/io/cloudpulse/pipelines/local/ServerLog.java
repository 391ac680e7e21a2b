package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a server said since its last start. */
record ServerLog(Path file, List<String> lines) {
  private static final int LAST = 15;
  private static final Pattern PORT_TAKEN =
      Pattern.compile("could not bind|Failed to bind|BindException");
  private static final Pattern STACK_TRACE = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ more).*");

  static ServerLog of(Path file) throws IOException {
    return new ServerLog(file, Files.exists(file) ? Files.readAllLines(file) : List.of());
  }

  boolean saysPortTaken() {
    return lines.stream().anyMatch(line -> PORT_TAKEN.matcher(line).find());
  }

  /** The log knows why; the program that started the server mostly does not. */
  LocalServiceException explain(String what, LocalServiceException failure) {
    if (lines.isEmpty()) {
      return new LocalServiceException(what + ": " + failure.getMessage(), failure);
    }
    // Of a Java server's exception the messages say why; the places are ours to read, not a user's.
    List<String> told = lines.stream().filter(line -> !STACK_TRACE.matcher(line).find()).toList();
    List<String> tail = told.subList(Math.max(0, told.size() - LAST), told.size());
    return new LocalServiceException(
        what + ". The end of " + file + ":\n  " + String.join("\n  ", tail), failure);
  }
}
