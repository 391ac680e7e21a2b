package io.cloudpulse.pipelines;

import io.cloudpulse.pipelines.flags.ExitCode;

/**
 * {@code pulse} in a JVM that is another's, as the job manager of Flink's application mode: that
 * must outlive the command, so that it can be asked how the job ended, and where its savepoint is.
 */
public final class ApplicationMain {
  private ApplicationMain() {}

  /**
   * Runs a command, and returns if it is done.
   *
   * @throws IllegalStateException if it ended with another exit code; the command has said why
   */
  public static void main(String[] args) {
    int code = Pulse.commandLine().execute(args);
    if (code != ExitCode.DONE) {
      throw new IllegalStateException("pulse ended with exit code " + code + "; its log says why");
    }
  }
}
