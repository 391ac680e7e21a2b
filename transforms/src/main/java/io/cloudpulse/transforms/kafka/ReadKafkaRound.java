package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.ListedWork;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.Round;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

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
    PCollection<KafkaRange> work = ListedWork.of("parts", KafkaRange.class, parts).shared(begin);
    return ReadOutputs.of(
        work, "Read, decode and validate", new ReadRoundFn(origin, settings), origin.dataset());
  }
}
