package io.cloudpulse.transforms.pubsub;

import io.cloudpulse.transforms.kafka.PartitionClock;
import java.io.Serializable;
import java.util.function.LongConsumer;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;

/**
 * How far event time had come. A subscription has no places to go on from: what was not
 * acknowledged comes again by itself.
 */
final class PubsubStreamMark implements CheckpointMark, Serializable {
  private static final long serialVersionUID = 1;

  private final PartitionClock.State clock;
  private final long number;
  private final transient LongConsumer whenSafe;

  PubsubStreamMark(PartitionClock.State clock, long number, LongConsumer whenSafe) {
    this.clock = clock;
    this.number = number;
    this.whenSafe = whenSafe;
  }

  PartitionClock.State clock() {
    return clock;
  }

  /** Does nothing in a mark that was carried elsewhere: its reader's messages come again. */
  @Override
  public void finalizeCheckpoint() {
    if (whenSafe != null) {
      whenSafe.accept(number);
    }
  }
}
