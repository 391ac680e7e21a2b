package io.cloudpulse.pipelines.preflight;

import java.util.Locale;

/** What a runner makes of {@code --mode=streaming}. */
public enum Streams {
  /** The runner has streams of its own. */
  NATIVE,
  /** A stream is run as rounds. */
  ROUNDS,
  /** It runs no streams. */
  NONE;

  /** As the file says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
