package io.cloudpulse.pulumi;

import com.pulumi.exceptions.RunException;
import java.util.List;

/**
 * A stack's configuration that cannot be: with every problem, a line each. Pulumi shows no more.
 */
final class InvalidSettingsException extends RunException {
  private static final long serialVersionUID = 1;

  InvalidSettingsException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
