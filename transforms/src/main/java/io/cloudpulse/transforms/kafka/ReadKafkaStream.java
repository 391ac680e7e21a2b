package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.ReadOutputs;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads the messages of a topic as they come, typed, valid and versioned. Unbounded; a record's
 * timestamp is its event time, or the watermark if it has none, claims to be of the future, or came
 * too late for its windows. Such late ones are rows all the same, and dead letters of {@link
 * ReadOutputs#LATE} as well. The group commits offsets once the runner says that all before them is
 * through.
 */
public final class ReadKafkaStream extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final MessageOrigin origin;
  private final StreamSettings settings;
  private final List<Integer> partitions;

  private ReadKafkaStream(MessageOrigin origin, StreamSettings settings, List<Integer> partitions) {
    this.origin = origin;
    this.settings = settings;
    this.partitions = partitions;
  }

  /** A reader of some of a topic's partitions, as {@link KafkaPositions#partitions} names them. */
  public static ReadKafkaStream of(
      MessageOrigin origin, StreamSettings settings, Collection<Integer> partitions) {
    return new ReadKafkaStream(origin, settings, partitions.stream().sorted().toList());
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    KafkaStreamSource source =
        new KafkaStreamSource(origin, settings, partitions, Clock.systemUTC());
    PCollection<Chunk> chunks = begin.apply("Read, decode and validate", Read.from(source));
    return ReadOutputs.live(chunks, "Hand out", new HandOutFn(), origin.dataset());
  }
}
