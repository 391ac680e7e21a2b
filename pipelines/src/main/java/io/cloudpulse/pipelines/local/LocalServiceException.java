package io.cloudpulse.pipelines.local;

/** A local server that cannot do what was asked. The message says why, and what to type. */
public final class LocalServiceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LocalServiceException(String message) {
    super(message);
  }

  LocalServiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
