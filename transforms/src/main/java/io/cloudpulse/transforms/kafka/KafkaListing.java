package io.cloudpulse.transforms.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The work of a batch: all that a topic held when it was listed, or what a round is to read. */
public final class KafkaListing {
  private static final long RANGE = 200_000;

  private KafkaListing() {}

  /**
   * All messages that are there now.
   *
   * @throws IllegalStateException if the cluster does not answer, or has no such topic
   */
  public static List<KafkaRange> of(KafkaAddress address) {
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      return between(address, positions.earliest(), positions.latest());
    }
  }

  /** The messages between positions, by partition: what one round of a stream reads. */
  public static List<KafkaRange> between(
      KafkaAddress address, Map<Integer, Long> from, Map<Integer, Long> to) {
    return between(address, from, to, RANGE);
  }

  static List<KafkaRange> between(
      KafkaAddress address, Map<Integer, Long> from, Map<Integer, Long> to, long most) {
    List<KafkaRange> ranges = new ArrayList<>();
    to.keySet().stream()
        .sorted()
        .forEach(
            partition -> {
              long end = to.get(partition);
              long at = from.getOrDefault(partition, 0L);
              while (at < end) {
                long stop = end - at > most ? at + most : end;
                ranges.add(new KafkaRange(address.topic(), partition, at, stop));
                at = stop;
              }
            });
    return ranges;
  }
}
