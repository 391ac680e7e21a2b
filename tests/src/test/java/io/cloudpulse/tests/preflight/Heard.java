package io.cloudpulse.tests.preflight;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.beam.sdk.transforms.DoFn;

/** What probes put out, by run. Runner and probe share a JVM, so a static map is enough. */
final class Heard {
  private static final Map<String, Set<String>> BY_RUN = new ConcurrentHashMap<>();

  private Heard() {}

  static Set<String> of(String run) {
    return BY_RUN.computeIfAbsent(run, unused -> new ConcurrentSkipListSet<>());
  }

  /** Remembers every element. */
  static final class ListenFn extends DoFn<String, Void> {
    private final String run;

    ListenFn(String run) {
      this.run = run;
    }

    @ProcessElement
    public void listen(@Element String element) {
      of(run).add(element);
    }
  }
}
