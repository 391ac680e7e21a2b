package io.cloudpulse.transforms.pubsub;

import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

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
    PCollectionTuple read =
        begin
            .apply(
                "List messages",
                Create.of(ranges).withCoder(SerializableCoder.of(PulledRange.class)))
            .apply("Share out messages", Reshuffle.viaRandomKey())
            .apply(
                "Read, decode and validate",
                ParDo.of(new ReadPulledFn(origin, ledger))
                    .withOutputTags(
                        ReadOutputs.RECORDS,
                        TupleTagList.of(ReadOutputs.REFUSED).and(ReadOutputs.TALLIES)));
    read.get(ReadOutputs.RECORDS).setCoder(VersionedRecordCoder.of(origin.dataset()));
    return read;
  }
}
