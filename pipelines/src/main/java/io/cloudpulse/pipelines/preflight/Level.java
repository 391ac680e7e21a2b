package io.cloudpulse.pipelines.preflight;

import java.util.Locale;

/** How well a runner does what it is asked for. */
public enum Level {
  OK,
  /** It works, but not as one might expect. */
  DEGRADED,
  /** A run does not start. */
  REFUSED;

  /** As a person writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
