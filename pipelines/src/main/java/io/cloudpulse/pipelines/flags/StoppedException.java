package io.cloudpulse.pipelines.flags;

import java.util.List;

/** Ends a command with an exit code and everything its user should know; no stack trace needed. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private StoppedException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public static StoppedException because(int exitCode, String message) {
    return new StoppedException(exitCode, message, null);
  }

  public static StoppedException because(int exitCode, List<String> problems) {
    return because(exitCode, String.join("\n", problems));
  }

  public static StoppedException because(int exitCode, String message, Throwable cause) {
    return new StoppedException(exitCode, message, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
