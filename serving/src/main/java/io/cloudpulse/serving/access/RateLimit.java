package io.cloudpulse.serving.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.cloudpulse.serving.http.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How many requests a client may make in a second; after a rest, twice as many at once. */
final class RateLimit {
  private static final int MOST_CLIENTS = 100_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final int perSecond;
  private final LoadingCache<String, Bucket> buckets;

  RateLimit(int perSecond, TimeMeter clock) {
    this.perSecond = perSecond;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(1)) // by then it is full again
            .build(client -> bucket(clock));
  }

  private Bucket bucket(TimeMeter clock) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(2L * perSecond).refillGreedy(perSecond, SECOND))
        .withCustomTimePrecision(clock)
        .build();
  }

  /**
   * Counts a request.
   *
   * @throws Problem if it is one too many
   */
  void count(String client) {
    ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = 1 + (probe.getNanosToWaitForRefill() - 1) / SECOND.toNanos();
      throw Problem.of(
              429,
              "Too many requests",
              "A client may make %,d requests a second. Try again in %d s."
                  .formatted(perSecond, seconds))
          .header("Retry-After", Long.toString(seconds));
    }
  }
}
