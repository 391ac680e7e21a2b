package io.cloudpulse.tests.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.preflight.Capabilities;
import io.cloudpulse.pipelines.preflight.Capability;
import io.cloudpulse.pipelines.preflight.Claim;
import io.cloudpulse.pipelines.preflight.Level;
import io.cloudpulse.pipelines.preflight.Mode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said, against what was seen. */
final class Claims {
  private Claims() {}

  /** What is refused must not work, or people go without it for nothing; all else must. */
  static void check(Probe probe, Claim claim, String outcome) {
    if (claim.level() == Level.REFUSED) {
      assertThat(outcome)
          .as("%s is refused: %s", probe, claim.reason())
          .isNotEqualTo(ProbeRun.WORKS);
    } else {
      assertThat(outcome).as("%s is %s", probe, claim.level()).isEqualTo(ProbeRun.WORKS);
    }
  }

  static Set<Capability> probed(Mode mode) {
    return Probes.in(mode).map(Probe::capability).collect(Collectors.toSet());
  }

  static List<Capability> tested(Capabilities runner, Mode mode) {
    return Stream.of(Capability.values())
        .filter(capability -> runner.claim(capability, mode).isTested())
        .toList();
  }
}
