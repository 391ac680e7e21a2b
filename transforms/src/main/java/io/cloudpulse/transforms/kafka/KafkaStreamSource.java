package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.JobFiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Partitions of a topic as a source that never ends, or ends where it is told to. */
final class KafkaStreamSource extends UnboundedSource<Chunk, KafkaStreamMark> {
  private static final long serialVersionUID = 1;

  private final MessageOrigin origin;
  private final StreamSettings settings;
  private final List<Integer> partitions;
  private final Clock clock;

  KafkaStreamSource(
      MessageOrigin origin, StreamSettings settings, List<Integer> partitions, Clock clock) {
    this.origin = origin;
    this.settings = settings;
    this.partitions = List.copyOf(partitions);
    this.clock = clock;
  }

  @Override
  public List<KafkaStreamSource> split(int desired, PipelineOptions options) {
    int count = Math.max(1, Math.min(desired, partitions.size()));
    List<KafkaStreamSource> splits = new ArrayList<>();
    for (int split = 0; split < count; split++) {
      List<Integer> own = new ArrayList<>();
      for (int i = split; i < partitions.size(); i += count) {
        own.add(partitions.get(i));
      }
      splits.add(new KafkaStreamSource(origin, settings, own, clock));
    }
    return splits;
  }

  @Override
  public UnboundedReader<Chunk> createReader(
      PipelineOptions options, @Nullable KafkaStreamMark mark) {
    JobFiles.setUp(options);
    return new KafkaStreamReader(this, mark);
  }

  MessageOrigin origin() {
    return origin;
  }

  StreamSettings settings() {
    return settings;
  }

  List<Integer> partitions() {
    return partitions;
  }

  Clock clock() {
    return clock;
  }

  @Override
  public Coder<KafkaStreamMark> getCheckpointMarkCoder() {
    return SerializableCoder.of(KafkaStreamMark.class);
  }

  @Override
  public Coder<Chunk> getOutputCoder() {
    return ChunkCoder.of(origin.dataset());
  }
}
