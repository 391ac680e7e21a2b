package io.cloudpulse.transforms.pubsub;

import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.kafka.Chunk;
import io.cloudpulse.transforms.kafka.HandOutFn;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.StreamSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the messages of a subscription as they come, as {@code ReadKafkaStream} reads a topic's.
 * They are acknowledged once the runner says that all before a checkpoint is through.
 */
public final class ReadPubsubStream extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final MessageOrigin origin;
  private final StreamSettings settings;
  private final @Nullable Duration quiet;

  private ReadPubsubStream(
      MessageOrigin origin, StreamSettings settings, @Nullable Duration quiet) {
    this.origin = origin;
    this.settings = settings;
    this.quiet = quiet;
  }

  /**
   * A reader of an origin whose address is a {@link PubsubAddress}.
   *
   * @param quiet after what silence it ends; empty to read for ever
   */
  public static ReadPubsubStream of(
      MessageOrigin origin, StreamSettings settings, Optional<Duration> quiet) {
    return new ReadPubsubStream(origin, settings, quiet.orElse(null));
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PubsubStreamSource source = new PubsubStreamSource(origin, settings, quiet, Clock.systemUTC());
    PCollection<Chunk> chunks = begin.apply("Read, decode and validate", Read.from(source));
    return ReadOutputs.live(chunks, "Hand out", new HandOutFn(), origin.dataset());
  }
}
