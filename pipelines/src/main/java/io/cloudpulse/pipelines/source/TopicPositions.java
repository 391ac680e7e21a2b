package io.cloudpulse.pipelines.source;

import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaPositions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Where a job stands in a topic, as the cluster knows it. Connects when it is first asked. */
final class TopicPositions implements SourcePositions {
  private final KafkaAddress address;
  private final String group;
  private final LongSupplier round;
  private KafkaPositions cluster;

  /**
   * Positions of a group.
   *
   * @param round number of the round at hand; 0 for none
   */
  TopicPositions(KafkaAddress address, String group, LongSupplier round) {
    this.address = address;
    this.group = group;
    this.round = round;
  }

  @Override
  public Optional<Long> round() {
    return Optional.of(round.getAsLong()).filter(number -> number > 0);
  }

  @Override
  public synchronized Map<Integer, Position> now() {
    if (cluster == null) {
      cluster = KafkaPositions.in(address);
    }
    Map<Integer, Long> begins = cluster.earliest();
    Map<Integer, Long> committed = cluster.committed(group);
    Map<Integer, Position> positions = new TreeMap<>();
    cluster
        .latest()
        .forEach(
            (partition, end) -> {
              long first = begins.getOrDefault(partition, 0L);
              long done = Math.max(first, committed.getOrDefault(partition, first));
              positions.put(partition, new Position(done, end, Math.max(0, end - done)));
            });
    return positions;
  }

  @Override
  public synchronized void close() {
    if (cluster != null) {
      cluster.close();
    }
  }
}
