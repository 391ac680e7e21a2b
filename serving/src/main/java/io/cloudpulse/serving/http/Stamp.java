package io.cloudpulse.serving.http;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.function.Supplier;

/** What the database is like, asked once in a while by all together. */
final class Stamp {
  private final Supplier<String> asking;
  private final long lifetime;
  private final Ticker ticker;
  private String known;
  private long since;

  Stamp(Supplier<String> asking, long lifetime, Ticker ticker) {
    this.asking = asking;
    this.lifetime = lifetime;
    this.ticker = ticker;
  }

  synchronized String now() {
    if (known == null || ticker.read() - since > lifetime) {
      known = null;
      since = ticker.read();
      known = asking.get();
    }
    return known;
  }

  synchronized void forget() {
    known = null;
  }
}
