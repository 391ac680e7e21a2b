package io.cloudpulse.pipelines.preflight;

import io.cloudpulse.pipelines.flags.RunnerProfile;
import java.util.Map;

/**
 * What a runner can do, as {@code runners-config/<name>/capabilities.yaml} says it.
 *
 * @param level of the runner as a whole
 * @param reason where it runs, or what is to be known of it
 * @param because why streams are run the way they are
 * @param claims one for each capability and mode
 */
public record Capabilities(
    String runner,
    Level level,
    String reason,
    Streams streams,
    String because,
    Map<Capability, Map<Mode, Claim>> claims) {

  private static final String FILE = "capabilities.yaml";

  /** What is said of the runner of that name. */
  public static Capabilities of(String runner) {
    return RunnerProfile.file(runner, FILE)
        .map(yaml -> CapabilitiesFile.parse(runner + "/" + FILE, yaml))
        .orElseThrow(() -> new IllegalStateException("runner " + runner + " has no file " + FILE));
  }

  /** How this runner runs a batch or a stream. */
  public Mode mode(boolean isStream) {
    if (!isStream) {
      return Mode.BATCH;
    }
    return streams == Streams.ROUNDS ? Mode.ROUNDS : Mode.STREAMING;
  }

  /** What is said of a capability in a mode. */
  public Claim claim(Capability capability, Mode mode) {
    return claims.get(capability).get(mode);
  }
}
