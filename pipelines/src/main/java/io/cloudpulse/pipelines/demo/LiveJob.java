package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.Pulse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@code pulse run} in a process of its own, as the reader would start it in another terminal.
 */
final class LiveJob implements AutoCloseable {
  private static final long STOP_SECONDS = 20;

  private final Process process;

  private LiveJob(Process process) {
    this.process = process;
  }

  /**
   * Starts it with the flags of this JVM.
   *
   * @param log takes what it prints
   */
  static LiveJob start(List<String> flags, Path log) {
    return startWith("-Dpulse.demo=true", flags, log);
  }

  /**
   * The same.
   *
   * @param jvmFlag besides those of this JVM
   */
  static LiveJob startWith(String jvmFlag, List<String> flags, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(jvmFlag);
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Pulse.class.getName()));
    command.add("run");
    command.addAll(flags);
    try {
      return new LiveJob(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(log.toFile()))
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException("the live job did not start", failure);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As Ctrl-C would: every row is stored, or is read again by whoever goes on. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
