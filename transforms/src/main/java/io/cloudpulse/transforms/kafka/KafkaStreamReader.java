package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.archive.ArchiveWriter;
import io.cloudpulse.transforms.decode.RecordFinisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.UnboundedReader;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.TimestampedValue;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Reads some partitions, chunk by chunk, decodes them, and keeps their clocks. */
final class KafkaStreamReader extends UnboundedReader<Chunk> {
  private final KafkaStreamSource source;
  private final @Nullable KafkaStreamMark mark;
  private final ReaderClock clock;
  private final Map<Integer, ChunkMaker> makers = new HashMap<>();
  private final ArchiveWriter archive;
  private RecordFinisher finisher;
  private PartitionMessages messages;
  private @Nullable Chunk current;
  private Instant timestamp = BoundedWindow.TIMESTAMP_MIN_VALUE;

  KafkaStreamReader(KafkaStreamSource source, @Nullable KafkaStreamMark mark) {
    this.source = source;
    this.mark = mark;
    this.clock = new ReaderClock(source.settings());
    this.archive = source.origin().archive().writer();
  }

  @Override
  public boolean start() throws IOException {
    finisher = new RecordFinisher(source.origin().dataset(), source.origin().lookup());
    long now = source.clock().millis();
    for (int partition : source.partitions()) {
      PartitionClock own = clock.of(partition, now);
      if (mark != null && mark.places().containsKey(partition)) {
        own.restore(mark.places().get(partition).clock());
      }
      makers.put(
          partition,
          new ChunkMaker(
                  source.origin(), partition, finisher, own, source.settings().allowedLateness())
              .archivingTo(archive));
    }
    messages = new PartitionMessages(source, mark);
    return advance();
  }

  @Override
  public boolean advance() throws IOException {
    PartitionMessages.Piece piece = messages.next();
    if (piece == null) {
      current = null;
      if (messages.ended()) {
        archive.finish();
      }
      return false;
    }
    long now = source.clock().millis();
    current = makers.get(piece.partition()).read(piece.messages(), now);
    timestamp = Instant.ofEpochMilli(clock.of(piece.partition(), now).watermark());
    for (TimestampedValue<?> record : current.records()) {
      if (record.getTimestamp().isBefore(timestamp)) {
        timestamp = record.getTimestamp();
      }
    }
    return true;
  }

  @Override
  public Chunk getCurrent() {
    if (current == null) {
      throw new NoSuchElementException();
    }
    return current;
  }

  /** That of its earliest record, so that each can be given its own. */
  @Override
  public Instant getCurrentTimestamp() {
    return timestamp;
  }

  @Override
  public Instant getWatermark() {
    return messages == null
        ? BoundedWindow.TIMESTAMP_MIN_VALUE
        : Instant.ofEpochMilli(clock.watermark(messages.progress(), source.clock().millis()));
  }

  /** A place is told of only once the archive has all before it. */
  @Override
  public KafkaStreamMark getCheckpointMark() {
    try {
      archive.finish();
    } catch (IOException failure) {
      throw new UncheckedIOException("the archive cannot be written", failure);
    }
    Map<Integer, KafkaStreamMark.Place> places = new TreeMap<>();
    long now = source.clock().millis();
    messages
        .positions()
        .forEach(
            (partition, next) ->
                places.put(
                    partition, new KafkaStreamMark.Place(next, clock.of(partition, now).state())));
    return new KafkaStreamMark(places, messages::commitLater);
  }

  @Override
  public UnboundedSource<Chunk, ?> getCurrentSource() {
    return source;
  }

  @Override
  public void close() {
    if (finisher != null) {
      finisher.close();
    }
    if (messages != null) {
      messages.close();
    }
  }
}
