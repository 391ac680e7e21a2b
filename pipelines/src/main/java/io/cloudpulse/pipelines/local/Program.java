package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that runs to its end, its output kept for the error message. */
record Program(List<String> command, String input) {
  static Program of(List<String> command) {
    return new Program(command, "");
  }

  Program withInput(String text) {
    return new Program(command, text);
  }

  /** Returns what the program printed; fails with it if the exit code is not 0. */
  String run() throws IOException {
    Process process = start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int code = exitCode(process);
    if (code != 0) {
      throw new LocalServiceException(
          String.join(" ", command) + " ended with code " + code + ":\n" + output);
    }
    return output;
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // The caller's PGDATA or PGPORT is about the caller's server, not about ours.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new LocalServiceException(
          command.get(0) + " cannot be run here: " + missing.getMessage(), missing);
    }
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new LocalServiceException("Interrupted while a server program ran", interrupted);
    }
  }
}
