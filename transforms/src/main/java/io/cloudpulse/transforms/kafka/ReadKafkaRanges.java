package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.ListedWork;
import io.cloudpulse.transforms.ReadOutputs;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads the messages of listed ranges, typed, valid and versioned. Bounded; leaves event time
 * alone. What is refused leaves as dead letters, what was counted as tallies.
 */
public final class ReadKafkaRanges extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final MessageOrigin origin;
  private final List<KafkaRange> ranges;

  private ReadKafkaRanges(MessageOrigin origin, List<KafkaRange> ranges) {
    this.origin = origin;
    this.ranges = ranges;
  }

  /** A reader of ranges as {@link KafkaListing} lists them. */
  public static ReadKafkaRanges of(MessageOrigin origin, List<KafkaRange> ranges) {
    return new ReadKafkaRanges(origin, List.copyOf(ranges));
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollection<KafkaRange> work = ListedWork.of("ranges", KafkaRange.class, ranges).expand(begin);
    return ReadOutputs.of(
        work, "Read, decode and validate", new ReadKafkaRangesFn(origin), origin.dataset());
  }
}
