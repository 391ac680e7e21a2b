package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A program that runs to its end, its output kept for the error message. */
record Program(List<String> command, String input, Map<String, String> environment) {
  /** What the caller has set for servers and JVMs of the caller's, not for ours. */
  private static final Pattern CALLERS_OWN =
      Pattern.compile("(PG|ES_|JAVA_|JDK_JAVA_|CLI_JAVA_).*");

  static Program of(List<String> command) {
    return new Program(command, "", Map.of());
  }

  Program withInput(String text) {
    return new Program(command, text, environment);
  }

  Program withEnvironment(Map<String, String> more) {
    return new Program(command, input, more);
  }

  /** Returns what the program printed; fails with it if the exit code is not 0. */
  String run() throws IOException {
    return end(start(Redirect.PIPE));
  }

  /** The same, with all it prints in a file: a server that it leaves behind may go on printing. */
  void runLoggingTo(Path file) throws IOException {
    String unused = end(start(Redirect.appendTo(file.toFile())));
  }

  /** Starts the program and leaves it running, also after we end. */
  Process leave(Path log) throws IOException {
    Process process = start(Redirect.appendTo(log.toFile()));
    process.getOutputStream().close();
    return process;
  }

  private String end(Process process) throws IOException {
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

  private Process start(Redirect output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().keySet().removeIf(name -> CALLERS_OWN.matcher(name).matches());
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
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
