package io.cloudpulse.tests.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.pipelines.preflight.Capabilities;
import io.cloudpulse.pipelines.preflight.Claim;
import io.cloudpulse.pipelines.preflight.Level;
import io.cloudpulse.pipelines.preflight.Mode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of Direct and of embedded Flink, against what they do, with their own profiles. */
class PreflightTruthIT {
  private static final List<String> RUNNERS = List.of("direct", "flink");

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("probes")
  void isSaidAsItIs(String runner, Mode mode, Probe probe) {
    Claim claim = Capabilities.of(runner).claim(probe.capability(), mode);

    Claims.check(
        probe,
        claim,
        claim.level() == Level.REFUSED
            ? ProbeRun.ofDoubted(probe, runner, mode)
            : ProbeRun.of(probe, runner, mode));
  }

  static Stream<Arguments> probes() {
    return RUNNERS.stream()
        .flatMap(
            runner ->
                Stream.of(Mode.BATCH, Mode.STREAMING)
                    .flatMap(
                        mode -> Probes.in(mode).map(probe -> Arguments.of(runner, mode, probe))));
  }

  /** A claim that names this test, and that no probe checks, would be hearsay. */
  @Test
  void everythingThatIsSaidToBeTestedIsProbed() {
    for (String runner : RUNNERS) {
      for (Mode mode : List.of(Mode.BATCH, Mode.STREAMING)) {
        assertThat(Claims.probed(mode))
            .as("%s %s", runner, mode)
            .containsAll(Claims.tested(Capabilities.of(runner), mode));
      }
    }
  }

  /** A check that could not fail would say nothing. */
  @Test
  void aWrongClaimIsFound() {
    Probe timer = Probes.named("event-time-timer");
    Claim wrong = new Claim(Level.REFUSED, "it does not", "do not", List.of("test x"));

    assertThatThrownBy(() -> Claims.check(timer, wrong, ProbeRun.of(timer, "direct", Mode.BATCH)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("event-time-timer");
  }
}
