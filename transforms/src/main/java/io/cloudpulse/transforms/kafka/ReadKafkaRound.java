package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.VersionedRecordCoder;
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
 * Reads one round of a stream, typed, valid and versioned; each partition in its order, by one
 * task. Bounded; leaves event time alone, so nothing is late.
 */
public final class ReadKafkaRound extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final MessageOrigin origin;
  private final List<KafkaRange> parts;
  private final StreamSettings settings;

  private ReadKafkaRound(MessageOrigin origin, List<KafkaRange> parts, StreamSettings settings) {
    this.origin = origin;
    this.parts = parts;
    this.settings = settings;
  }

  /**
   * A reader of a round.
   *
   * @param settings whose times say how far event time has come, for those who watch
   */
  public static ReadKafkaRound of(MessageOrigin origin, Round round, StreamSettings settings) {
    List<KafkaRange> parts =
        KafkaListing.between(origin.kafka(), round.from(), round.to(), Long.MAX_VALUE);
    return new ReadKafkaRound(origin, parts, settings);
  }

  /** The same steps for any round, also for one that has nothing to read. */
  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple read =
        begin
            .apply("List parts", Create.of(parts).withCoder(SerializableCoder.of(KafkaRange.class)))
            .apply("Share out parts", Reshuffle.viaRandomKey())
            .apply(
                "Read, decode and validate",
                ParDo.of(new ReadRoundFn(origin, settings))
                    .withOutputTags(
                        ReadOutputs.RECORDS,
                        TupleTagList.of(ReadOutputs.REFUSED).and(ReadOutputs.TALLIES)));
    read.get(ReadOutputs.RECORDS).setCoder(VersionedRecordCoder.of(origin.dataset()));
    return read;
  }
}
