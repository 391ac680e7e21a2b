package io.cloudpulse.transforms.pubsub;

import io.cloudpulse.transforms.ListedWork;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads messages that were pulled and written down, typed, valid and versioned. Bounded; leaves
 * event time alone, so nothing is late.
 */
public final class ReadPulled extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;
  private static final long RANGE = 10_000;

  private final MessageOrigin origin;
  private final PostgresAddress ledger;
  private final List<PulledRange> ranges;

  private ReadPulled(MessageOrigin origin, PostgresAddress ledger, List<PulledRange> ranges) {
    this.origin = origin;
    this.ledger = ledger;
    this.ranges = ranges;
  }

  /** A reader of a job's messages from a number to before another. */
  public static ReadPulled of(
      MessageOrigin origin, PostgresAddress ledger, String job, long from, long to) {
    List<PulledRange> ranges = new ArrayList<>();
    for (long at = from; at < to; at += RANGE) {
      ranges.add(new PulledRange(job, at, Math.min(to, at + RANGE)));
    }
    return new ReadPulled(origin, ledger, ranges);
  }

  /** The same steps also where there is nothing to read. */
  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollection<PulledRange> work =
        ListedWork.of("messages", PulledRange.class, ranges).shared(begin);
    return ReadOutputs.of(
        work, "Read, decode and validate", new ReadPulledFn(origin, ledger), origin.dataset());
  }
}
