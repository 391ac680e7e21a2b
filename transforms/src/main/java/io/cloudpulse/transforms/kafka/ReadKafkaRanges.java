package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

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
    PCollection<KafkaRange> work =
        begin.apply(
            "List ranges", Create.of(ranges).withCoder(SerializableCoder.of(KafkaRange.class)));
    if (ranges.size() > 1) {
      work = work.apply("Share out ranges", Reshuffle.viaRandomKey());
    }
    PCollectionTuple read =
        work.apply(
            "Read, decode and validate",
            ParDo.of(new ReadKafkaRangesFn(origin))
                .withOutputTags(
                    ReadOutputs.RECORDS,
                    TupleTagList.of(ReadOutputs.REFUSED).and(ReadOutputs.TALLIES)));
    read.get(ReadOutputs.RECORDS).setCoder(VersionedRecordCoder.of(origin.dataset()));
    return read;
  }
}
