package io.cloudpulse.transforms.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;

/** Where a reader had come to. Once all before it is safe in the sinks, its group commits it. */
final class KafkaStreamMark implements CheckpointMark, Serializable {
  private static final long serialVersionUID = 1;

  /**
   * Of one partition.
   *
   * @param next offset to read next
   */
  record Place(long next, PartitionClock.State clock) implements Serializable {}

  private final TreeMap<Integer, Place> places;
  private final transient Consumer<Map<Integer, Place>> whenSafe;

  KafkaStreamMark(Map<Integer, Place> places, Consumer<Map<Integer, Place>> whenSafe) {
    this.places = new TreeMap<>(places);
    this.whenSafe = whenSafe;
  }

  Map<Integer, Place> places() {
    return places;
  }

  /** Does nothing in a mark that was carried elsewhere: the reader that made it is gone. */
  @Override
  public void finalizeCheckpoint() {
    if (whenSafe != null) {
      whenSafe.accept(places);
    }
  }
}
