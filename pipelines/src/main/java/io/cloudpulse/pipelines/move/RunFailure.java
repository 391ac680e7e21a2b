package io.cloudpulse.pipelines.move;

/** Finds what a user should know in the layers of exceptions that a runner wraps a failure in. */
public final class RunFailure {
  private RunFailure() {}

  static String message(Throwable failure) {
    return "The run failed: "
        + cause(failure)
        + "\nWhat was written stays consistent: run the same command again when the cause is gone.";
  }

  /** The message of the cause that tells most. */
  public static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause && !isTelling(cause)) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** Our own steps word their failures for the user; what lies below them is detail. */
  private static boolean isTelling(Throwable cause) {
    return cause instanceof java.sql.SQLException || cause instanceof java.io.IOException;
  }
}
