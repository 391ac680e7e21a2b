package io.cloudpulse.pipelines.generate;

import java.util.Locale;

/** What was asked for cannot be generated; the message says why, and what to change. */
public final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1;

  Impossible(String message) {
    super(message);
  }

  static void unless(boolean possible, String message, Object... details) {
    if (!possible) {
      throw new Impossible(String.format(Locale.ROOT, message, details));
    }
  }
}
