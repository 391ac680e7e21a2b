package io.cloudpulse.tests.preflight;

import java.util.Set;

/** What must be heard of a probe, and what must not. */
record Expected(Set<String> said, Set<String> unsaid) {
  static Expected of(String... said) {
    return new Expected(Set.of(said), Set.of());
  }

  Expected butNot(String... wrong) {
    return new Expected(said, Set.of(wrong));
  }

  boolean isMet(Set<String> heard) {
    return heard.containsAll(said) && unsaid.stream().noneMatch(heard::contains);
  }
}
