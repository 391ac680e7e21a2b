package io.cloudpulse.tests.preflight;

import io.cloudpulse.pipelines.preflight.Mode;
import java.util.List;
import java.util.stream.Stream;

/** All of them. */
final class Probes {
  private Probes() {}

  static List<Probe> all() {
    return Stream.of(
            GraphProbes.all(),
            StateProbes.all(),
            TimerProbes.all(),
            InputProbes.all(),
            WindowProbes.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Those that have something to show in that mode. */
  static Stream<Probe> in(Mode mode) {
    return all().stream().filter(probe -> probe.expected().containsKey(mode));
  }

  static Probe named(String name) {
    return all().stream().filter(probe -> probe.name().equals(name)).findFirst().orElseThrow();
  }
}
