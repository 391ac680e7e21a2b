package io.cloudpulse.pulumi;

import java.util.List;

/** A stack's configuration that cannot be: with every problem, a line each. */
final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidSettingsException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
