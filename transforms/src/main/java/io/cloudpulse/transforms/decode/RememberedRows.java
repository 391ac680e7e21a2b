package io.cloudpulse.transforms.decode;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpulse.transforms.Lookup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Remembers what was looked up, so that a row is asked for once in a while and not for each record.
 * That there is no row is remembered for a shorter time: who asks for it likely waits for it to
 * come. A look-up that fails is not remembered.
 */
final class RememberedRows implements Lookup.Rows {
  /** Some hundred bytes each, for each reader. */
  private static final int MOST = 100_000;

  /** What part of the time a row is remembered for that there is none. */
  private static final int SHORTER = 10;

  private final Lookup.Rows rows;
  private final Cache<List<Object>, Optional<Object[]>> remembered;

  /**
   * A memory in front of a database.
   *
   * @param refresh after which a row is asked for again
   * @param ticker what time it is
   */
  RememberedRows(Lookup.Rows rows, Duration refresh, Ticker ticker) {
    this.rows = rows;
    this.remembered =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run)
            .ticker(ticker)
            .expireAfter(new Forgetting(refresh.toNanos()))
            .build();
  }

  @Override
  public Object @Nullable [] find(Object[] key) {
    return remembered.get(List.of(key), unused -> Optional.ofNullable(rows.find(key))).orElse(null);
  }

  @Override
  public void close() {
    remembered.invalidateAll();
    rows.close();
  }

  private record Forgetting(long nanos) implements Expiry<List<Object>, Optional<Object[]>> {
    @Override
    public long expireAfterCreate(List<Object> key, Optional<Object[]> row, long now) {
      return row.isPresent() ? nanos : nanos / SHORTER;
    }

    @Override
    public long expireAfterUpdate(
        List<Object> key, Optional<Object[]> row, long now, long remaining) {
      return expireAfterCreate(key, row, now);
    }

    @Override
    public long expireAfterRead(
        List<Object> key, Optional<Object[]> row, long now, long remaining) {
      return remaining;
    }
  }
}
