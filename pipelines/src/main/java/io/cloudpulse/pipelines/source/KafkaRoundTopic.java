package io.cloudpulse.pipelines.source;

import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaPositions;
import java.util.Map;
import java.util.TreeMap;

/** Asks the cluster anew each time, so that it sees partitions that were added. */
record KafkaRoundTopic(KafkaAddress address, String group) implements RoundTopic {
  @Override
  public Sight look() {
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      Map<Integer, Long> earliest = positions.earliest();
      Map<Integer, Long> began = new TreeMap<>(earliest);
      Map<Integer, Long> known = positions.committed(JobPositions.began(group));
      began.putAll(known);
      if (!began.equals(known)) {
        positions.commit(JobPositions.began(group), began);
      }
      return new Sight(began, earliest, positions.latest());
    }
  }

  @Override
  public Map<Integer, Long> committed() {
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      return positions.committed(group);
    }
  }

  @Override
  public void commit(Map<Integer, Long> offsets) {
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      positions.commit(group, offsets);
    }
  }
}
