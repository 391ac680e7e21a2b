package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.preflight.Capabilities;
import io.cloudpulse.pipelines.preflight.Level;
import io.cloudpulse.pipelines.preflight.Mode;
import io.cloudpulse.pipelines.preflight.Preflight;
import io.cloudpulse.pipelines.preflight.Streams;

/** What is to be known of a runner as a whole, whatever a graph asks of it. */
public record Verdict(Level level, String reason) {
  static Verdict of(Preflight preflight) {
    Capabilities runner = preflight.capabilities();
    if (preflight.mode() == Mode.STREAMING && runner.streams() == Streams.NONE) {
      return new Verdict(Level.REFUSED, "it runs no streams: " + runner.because());
    }
    if (runner.level() != Level.OK) {
      return new Verdict(runner.level(), runner.reason());
    }
    return new Verdict(Level.OK, how(preflight.mode(), runner) + runner.reason());
  }

  private static String how(Mode mode, Capabilities runner) {
    return mode == Mode.ROUNDS
        ? "streaming as rounds, because " + runner.because() + "; "
        : mode.word() + ", ";
  }
}
