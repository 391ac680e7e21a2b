package io.cloudpulse.pipelines.preflight;

import java.util.Locale;

/** How a graph is run. What a runner can do differs from one to the other. */
public enum Mode {
  BATCH,
  STREAMING,
  /** A stream as a sequence of batches, each from where the one before it ended. */
  ROUNDS;

  /** As a person writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
