package io.cloudpulse.transforms.pubsub;

import java.io.Serializable;

/**
 * Messages that were pulled for a job, to be read as a whole.
 *
 * @param from first number
 * @param to after the last number
 */
record PulledRange(String job, long from, long to) implements Serializable {
  /** Names the range in ledgers: the same in each try. */
  String id(PubsubAddress address) {
    return address.place() + "#" + from;
  }
}
