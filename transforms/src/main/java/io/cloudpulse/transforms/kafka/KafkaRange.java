package io.cloudpulse.transforms.kafka;

import java.io.Serializable;

/**
 * A part of a partition to be read as a whole.
 *
 * @param from first offset
 * @param to after the last offset
 */
public record KafkaRange(String topic, int partition, long from, long to) implements Serializable {
  /** Names the range in ledgers: the same in each try of a run. */
  public String id(KafkaAddress address) {
    return address.place(partition) + "#" + from;
  }
}
