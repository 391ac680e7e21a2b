package io.cloudpulse.pipelines.plan;

import io.cloudpulse.pipelines.preflight.Capabilities;
import io.cloudpulse.pipelines.preflight.Level;
import io.cloudpulse.pipelines.preflight.Mode;
import io.cloudpulse.pipelines.preflight.Preflight;
import io.cloudpulse.pipelines.preflight.Streams;
import java.util.Optional;

/** What is to be known of a runner as a whole, whatever a graph asks of it. */
public record Verdict(Level level, String reason) {
  /** Of a runner in this process, or on the cluster at an address. */
  static Verdict of(Preflight preflight, Optional<String> cluster) {
    Capabilities runner = preflight.capabilities();
    if (preflight.mode() == Mode.STREAMING && runner.streams() == Streams.NONE) {
      return new Verdict(Level.REFUSED, "it runs no streams: " + runner.because());
    }
    if (runner.level() != Level.OK) {
      return new Verdict(runner.level(), runner.reason());
    }
    String where = cluster.map(address -> "on the cluster at " + address).orElse(runner.reason());
    return new Verdict(Level.OK, how(preflight.mode(), runner) + where);
  }

  private static String how(Mode mode, Capabilities runner) {
    return mode == Mode.ROUNDS
        ? "streaming as rounds, because " + runner.because() + "; "
        : mode.word() + ", ";
  }
}
