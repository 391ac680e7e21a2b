package io.cloudpulse.transforms.pubsub;

import com.google.pubsub.v1.ReceivedMessage;
import io.cloudpulse.transforms.decode.RecordFinisher;
import io.cloudpulse.transforms.kafka.Chunk;
import io.cloudpulse.transforms.kafka.ChunkMaker;
import io.cloudpulse.transforms.kafka.PartitionClock;
import io.cloudpulse.transforms.kafka.ReaderClock;
import io.cloudpulse.transforms.kafka.ReaderClock.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.UnboundedReader;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Pulls messages, decodes them, and keeps their clock. */
final class PubsubStreamReader extends UnboundedReader<Chunk> {
  private static final int ONLY = 0;

  /** Short, for a runner may hold a lock meanwhile. */
  private static final Duration WAIT = Duration.ofMillis(20);

  /** A pull that waits so long found nothing. */
  private static final long SILENCE_MILLIS = 1_000;

  private static final long OWED_MILLIS = 10_000;

  private final PubsubStreamSource source;
  private final ReaderClock clock;
  private final PartitionClock own;
  private final Messages messages;
  private RecordFinisher finisher;
  private ChunkMaker maker;
  private Subscription subscription;
  private HandedOut handedOut;
  private @Nullable Chunk current;
  private Instant timestamp = BoundedWindow.TIMESTAMP_MIN_VALUE;
  private long activeAt;

  PubsubStreamReader(PubsubStreamSource source, @Nullable PubsubStreamMark mark) {
    this.source = source;
    this.clock = new ReaderClock(source.settings());
    this.activeAt = source.clock().millis();
    this.own = clock.of(ONLY, activeAt);
    this.messages = new Messages(source.address());
    if (mark != null) {
      own.restore(mark.clock());
    }
  }

  @Override
  public boolean start() throws IOException {
    finisher = new RecordFinisher(source.origin().dataset(), source.origin().lookup());
    maker =
        new ChunkMaker(source.origin(), ONLY, finisher, own, source.settings().allowedLateness());
    subscription = Subscription.open(source.address());
    handedOut = new HandedOut(source.address(), subscription);
    return advance();
  }

  @Override
  public boolean advance() throws IOException {
    List<ReceivedMessage> pulled = subscription.next(WAIT);
    if (pulled.isEmpty()) {
      current = null;
      return false;
    }
    activeAt = source.clock().millis();
    handedOut.add(pulled.stream().map(ReceivedMessage::getAckId).toList());
    current = maker.read(ordered(pulled), activeAt);
    timestamp = Instant.ofEpochMilli(own.watermark());
    for (TimestampedValue<?> record : current.records()) {
      if (record.getTimestamp().isBefore(timestamp)) {
        timestamp = record.getTimestamp();
      }
    }
    return true;
  }

  /** Each message once, by its identity: what is counted is told so. */
  private List<ConsumerRecord<byte[], byte[]>> ordered(List<ReceivedMessage> pulled) {
    Map<Long, ConsumerRecord<byte[], byte[]>> byId = new TreeMap<>();
    for (ReceivedMessage received : pulled) {
      ConsumerRecord<byte[], byte[]> message = messages.of(received.getMessage());
      byId.putIfAbsent(message.offset(), message);
    }
    return List.copyOf(byId.values());
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
    long now = source.clock().millis();
    return subscription == null
        ? BoundedWindow.TIMESTAMP_MIN_VALUE
        : Instant.ofEpochMilli(clock.watermark(Map.of(ONLY, progress(now)), now));
  }

  /** Nobody says how much waits: a pull that stays without an answer says that nothing does. */
  private Progress progress(long now) {
    long silence = now - activeAt;
    if (isOver(silence)) {
      return Progress.ENDED;
    }
    return silence > SILENCE_MILLIS ? Progress.CAUGHT_UP : Progress.BEHIND;
  }

  /** Acknowledgements that Direct owes it tells only when other messages come, which none do. */
  private boolean isOver(long silence) {
    if (source.quiet() == null) {
      return false;
    }
    long quiet = source.quiet().toMillis();
    return silence > quiet + OWED_MILLIS || (silence > quiet && handedOut.isEmpty());
  }

  @Override
  public PubsubStreamMark getCheckpointMark() {
    return new PubsubStreamMark(own.state(), handedOut.mark(), handedOut::safe);
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
    if (handedOut != null) {
      handedOut.close();
    }
  }
}
