package io.cloudpulse.transforms.pubsub;

import io.cloudpulse.transforms.kafka.Chunk;
import io.cloudpulse.transforms.kafka.ChunkCoder;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.StreamSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A subscription as a source that never ends, or ends when nothing has come for a time. */
final class PubsubStreamSource extends UnboundedSource<Chunk, PubsubStreamMark> {
  private static final long serialVersionUID = 1;
  private static final int MOST_READERS = 8;

  private final MessageOrigin origin;
  private final StreamSettings settings;
  private final @Nullable Duration quiet;
  private final Clock clock;

  PubsubStreamSource(
      MessageOrigin origin, StreamSettings settings, @Nullable Duration quiet, Clock clock) {
    this.origin = origin;
    this.settings = settings;
    this.quiet = quiet;
    this.clock = clock;
  }

  /** Any reader is given any message. */
  @Override
  public List<PubsubStreamSource> split(int desired, PipelineOptions options) {
    return Collections.nCopies(Math.max(1, Math.min(desired, MOST_READERS)), this);
  }

  @Override
  public UnboundedReader<Chunk> createReader(
      PipelineOptions options, @Nullable PubsubStreamMark mark) {
    return new PubsubStreamReader(this, mark);
  }

  MessageOrigin origin() {
    return origin;
  }

  PubsubAddress address() {
    return (PubsubAddress) origin.address();
  }

  StreamSettings settings() {
    return settings;
  }

  /** After what silence reading ends; null to read for ever. */
  @Nullable Duration quiet() {
    return quiet;
  }

  Clock clock() {
    return clock;
  }

  @Override
  public Coder<PubsubStreamMark> getCheckpointMarkCoder() {
    return SerializableCoder.of(PubsubStreamMark.class);
  }

  @Override
  public Coder<Chunk> getOutputCoder() {
    return ChunkCoder.of(origin.dataset());
  }
}
