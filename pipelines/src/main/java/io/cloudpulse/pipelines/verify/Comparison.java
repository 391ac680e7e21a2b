package io.cloudpulse.pipelines.verify;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How many keys came to which verdict, and the first of those on which sink and source disagree.
 */
final class Comparison implements Serializable {
  private static final long serialVersionUID = 1;
  static final int MOST_EXAMPLES = 20;

  private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
  private final Map<Verdict, TreeSet<Disagreement>> first = new EnumMap<>(Verdict.class);
  private long read;
  private long refused;

  /** What reading a part of the source came to. */
  static Comparison ofReading(long read, long refused) {
    Comparison reading = new Comparison();
    reading.read = read;
    reading.refused = refused;
    return reading;
  }

  static Comparison sum(Iterable<Comparison> parts) {
    Comparison sum = new Comparison();
    parts.forEach(sum::add);
    return sum;
  }

  private void add(Comparison part) {
    part.counts.forEach((verdict, count) -> counts.merge(verdict, count, Long::sum));
    part.first.forEach((verdict, keys) -> keys.forEach(key -> remember(verdict, key)));
    read += part.read;
    refused += part.refused;
  }

  /**
   * Adds a key.
   *
   * @param expected what the sink should hold; null if nothing
   */
  void add(Verdict verdict, List<String> key, ExpectedRow expected) {
    counts.merge(verdict, 1L, Long::sum);
    if (verdict.isDifference()) {
      remember(verdict, new Disagreement(key, expected));
    }
  }

  private void remember(Verdict verdict, Disagreement key) {
    TreeSet<Disagreement> known = first.computeIfAbsent(verdict, unused -> new TreeSet<>());
    known.add(key);
    if (known.size() > MOST_EXAMPLES) {
      known.pollLast();
    }
  }

  long count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0L);
  }

  /** At most {@link #MOST_EXAMPLES}, in the order of keys. */
  List<Disagreement> first(Verdict verdict) {
    return new ArrayList<>(first.getOrDefault(verdict, new TreeSet<>()));
  }

  /** Records the source has, those it refused among them. */
  long read() {
    return read;
  }

  /** Records refused while the source was read: the sink must not have them. */
  long refused() {
    return refused;
  }
}
