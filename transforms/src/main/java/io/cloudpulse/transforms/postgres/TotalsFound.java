package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers the sums of a run, each a kind, a name and a number. */
final class TotalsFound {
  private final Map<String, Map<String, Long>> byKind = new TreeMap<>();

  void clear() {
    byKind.clear();
  }

  void add(String kind, String name, long number) {
    Long before = byKind.computeIfAbsent(kind, unused -> new TreeMap<>()).put(name, number);
    assert before == null : kind + " " + name + " came twice";
  }

  RunTotals all() {
    return new RunTotals(
        number("read", ""),
        number("accepted", ""),
        named("refused"),
        named("counter"),
        named("sink delivered").keySet().stream().collect(Collectors.toMap(s -> s, this::sink)),
        named("dead letters"));
  }

  private SinkTotals sink(String sink) {
    return new SinkTotals(
        number("sink delivered", sink),
        number("sink refused", sink),
        number("sink superseded", sink));
  }

  private Map<String, Long> named(String kind) {
    return byKind.getOrDefault(kind, Map.of());
  }

  private long number(String kind, String name) {
    return named(kind).getOrDefault(name, 0L);
  }
}
