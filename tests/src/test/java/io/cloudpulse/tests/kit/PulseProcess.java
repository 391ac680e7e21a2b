package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.Pulse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a JVM of its own, which can be killed. */
public final class PulseProcess implements AutoCloseable {
  private final Process process;
  private final Path flags;

  private PulseProcess(Process process, Path flags) {
    this.process = process;
    this.flags = flags;
  }

  public static PulseProcess start(String... args) {
    return startBy(List.of(), args);
  }

  /** Lets another program start it, such as one that changes the user first. */
  public static PulseProcess startBy(List<String> starter, String... args) {
    try {
      // A class path is too long for some command lines.
      Path flags = Files.createTempFile("pulse-jvm", ".options");
      Files.writeString(
          flags,
          """
          -Xmx1g
          -Dorg.slf4j.simpleLogger.defaultLogLevel=off
          "-Dpulse.runners=%1$s"
          "-Djava.util.logging.config.file=%1$s/logging.properties"
          -cp
          "%2$s"
          """
              .formatted(
                  System.getProperty("pulse.runners"), System.getProperty("java.class.path")));
      List<String> command = new ArrayList<>(starter);
      command.addAll(Java.command());
      command.add("@" + Path.of(System.getProperty("pulse.runners"), runner(args), "jvm.options"));
      command.add("@" + flags);
      command.add(Pulse.class.getName());
      command.addAll(List.of(args));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      return new PulseProcess(builder.start(), flags);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String runner(String... args) {
    return Arrays.stream(args)
        .filter(flag -> flag.startsWith("--runner="))
        .map(flag -> flag.substring("--runner=".length()))
        .findFirst()
        .orElse("flink");
  }

  /** Waits until it ends by itself, and returns its exit code. */
  public int exitCode() {
    return process.onExit().join().exitValue();
  }

  /** Waits until it ends by itself, but no longer than that; true if it did. */
  public boolean endsWithin(Duration most) {
    return process
        .onExit()
        .thenApply(unused -> true)
        .completeOnTimeout(false, most.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it with a signal that no program can catch, and returns its exit code. */
  public int kill() {
    return process.destroyForcibly().onExit().join().exitValue();
  }

  /** Asks it to end, as Ctrl-C and service managers do, and returns its exit code. */
  public int terminate() {
    process.destroy();
    return exitCode();
  }

  @Override
  public void close() throws IOException {
    int unused = kill();
    Files.delete(flags);
  }
}
