package io.cloudpulse.pipelines.live;

import io.cloudpulse.pipelines.source.SourcePositions;
import io.cloudpulse.pipelines.source.SourcePositions.Position;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Asks a source where a job stands, without waiting long: a silent one must not hide the rest. */
final class PositionsSoon implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;

  private final SourcePositions source;
  private final ExecutorService asker = Executors.newSingleThreadExecutor(Heartbeat::daemon);
  private CompletableFuture<Map<Integer, Position>> asked;
  private volatile Map<Integer, Position> known = Map.of();

  PositionsSoon(SourcePositions source) {
    this.source = source;
  }

  /** The newest there is within a second; of partitions never heard of, nothing. */
  Map<Integer, Position> now() {
    if (asked == null || asked.isDone()) {
      asked = CompletableFuture.supplyAsync(source::now, asker);
    }
    known =
        asked
            .copy()
            .completeOnTimeout(known, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
            .exceptionally(missed -> known)
            .join();
    return known;
  }

  @Override
  public void close() {
    asker.shutdownNow();
    source.close();
  }
}
