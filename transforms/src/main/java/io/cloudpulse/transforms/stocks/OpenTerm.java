package io.cloudpulse.transforms.stocks;

import java.util.Optional;

/**
 * What a stream knows of a share's term, and of which of its days that was not told yet.
 *
 * @param untold the first such day
 * @param until the last such day; before the first if all was told
 */
record OpenTerm(PriceSet prices, long untold, long until) {
  static final long NEVER = Long.MAX_VALUE;

  static OpenTerm of(PriceSet prices) {
    return new OpenTerm(prices, NEVER, -NEVER);
  }

  /** With one more price; empty if that is no news of any day. */
  Optional<OpenTerm> with(Price price) {
    long last = price.day() + LookBack.DAYS - 1;
    return prices.add(price)
        ? Optional.of(new OpenTerm(prices, Math.min(untold, price.day()), Math.max(until, last)))
        : Optional.empty();
  }

  boolean hasNews() {
    return untold <= until;
  }
}
