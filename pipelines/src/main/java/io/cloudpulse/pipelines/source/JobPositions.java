package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaPositions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Decides where a job begins to read each partition, and writes it down as its position. */
record JobPositions(KafkaAddress address, StreamSettings stream, boolean windows) {
  /**
   * A partition that has a position keeps it. With windows the job reads from where it first began:
   * what was in windows still open is known to nobody after a kill, and is computed anew from the
   * log. Rows and windows that are stored do not change by that.
   */
  void write() {
    String group = TopicStream.group(stream.job());
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      Map<Integer, Long> began = began(positions, began(group));
      Map<Integer, Long> from = new TreeMap<>(began);
      if (!windows) {
        from.putAll(positions.committed(group));
      }
      positions.commit(group, from);
    }
  }

  /** The group that keeps where the job of another group first began. */
  static String began(String group) {
    return group + ".began";
  }

  /** Kept as the position of a group of its own, which nobody reads with. */
  private Map<Integer, Long> began(KafkaPositions positions, String group) {
    Map<Integer, Long> began = new TreeMap<>(start(positions));
    began.putAll(positions.committed(group));
    positions.commit(group, began);
    return began;
  }

  private Map<Integer, Long> start(KafkaPositions positions) {
    return switch (stream.startAt()) {
      case "earliest" -> positions.earliest();
      case "latest" -> positions.latest();
      default -> positions.at(Instant.parse(stream.startAt()));
    };
  }
}
