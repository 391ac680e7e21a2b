package io.cloudpulse.serving.http;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Remembers answers for a short time: none that is kept tells what was longer ago than the
 * lifetime. One that is made of the database alone is given again as long as the database's stamp
 * is the same. Equal requests at one time are asked once: the others wait for the first one's
 * answer.
 */
public final class AnswerCache {
  private static final long MOST_BYTES = 64L << 20;
  private static final int BYTES_BESIDES = 500;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private record Key(String path, Map<String, List<String>> query, Map<String, String> variables) {}

  /** An answer, or why there is none; that is told to all who waited, and to nobody else. */
  private record Kept(TaggedAnswer answer, RuntimeException failure, long since, String stamp) {
    int weight() {
      return BYTES_BESIDES + (answer == null ? 0 : answer.answer().body().length);
    }
  }

  private final long lifetime;
  private final Ticker ticker;
  private final Stamp stamp;
  private final AsyncCache<Key, Kept> kept;

  /**
   * A cache.
   *
   * @param lifetime of an answer; zero keeps none
   * @param stamp what the database is like: another text where anything in it may be different
   */
  public AnswerCache(Duration lifetime, Supplier<String> stamp, Ticker ticker) {
    this.lifetime = lifetime.toNanos();
    this.ticker = ticker;
    this.stamp = new Stamp(stamp, this.lifetime, ticker);
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Key, Kept>weigher((key, one) -> one.weight())
            .expireAfterAccess(UNUSED)
            .ticker(ticker)
            .executor(Runnable::run)
            .buildAsync();
  }

  /** Something has changed: nothing that was read before is given again. */
  public void forget() {
    stamp.forget();
    kept.synchronous().invalidateAll();
  }

  /** The answer to a request: a kept one, if it may be given again. */
  TaggedAnswer get(Route route, Said said, Supplier<Answer> answering) {
    if (lifetime == 0 || route.freshness() == Freshness.NEVER) {
      return TaggedAnswer.of(answering.get());
    }
    Key key = new Key(route.path(), said.query(), said.path());
    ConcurrentMap<Key, CompletableFuture<Kept>> all = kept.asMap();
    while (true) {
      CompletableFuture<Kept> mine = new CompletableFuture<>();
      CompletableFuture<Kept> present = all.putIfAbsent(key, mine);
      if (present != null && isFresh(present, route)) {
        return joined(present);
      }
      if (present == null || all.replace(key, present, mine)) {
        mine.complete(made(route, answering));
        return joined(mine);
      }
    }
  }

  private boolean isFresh(CompletableFuture<Kept> present, Route route) {
    if (!present.isDone()) {
      return true;
    }
    Kept one = present.join();
    if (one.failure() != null) {
      return false;
    }
    return ticker.read() - one.since() <= lifetime
        || (route.freshness() == Freshness.STEADILY && one.stamp().equals(stamp.now()));
  }

  private Kept made(Route route, Supplier<Answer> answering) {
    long since = ticker.read();
    try {
      String before = route.freshness() == Freshness.STEADILY ? stamp.now() : "";
      return new Kept(TaggedAnswer.of(answering.get()), null, since, before);
    } catch (RuntimeException failure) {
      return new Kept(null, failure, since, "");
    }
  }

  private static TaggedAnswer joined(CompletableFuture<Kept> kept) {
    Kept one = kept.join();
    if (one.failure() != null) {
      throw one.failure();
    }
    return one.answer();
  }
}
