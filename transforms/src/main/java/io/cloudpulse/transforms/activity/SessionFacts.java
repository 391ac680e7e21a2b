package io.cloudpulse.transforms.activity;

import java.time.Instant;

/**
 * What is known of distinct events of one session. Whatever the order in which they are put
 * together, it is the same to the bit: all of it is whole numbers.
 *
 * @param priced how many events have a price
 * @param cents the sum of those prices
 * @param mostCents the highest of them
 * @param cartCents the sum of the prices of what was put into the cart
 * @param firstMicros when the first event happened, in microseconds since 1970
 * @param lastMicros when the last did
 * @param lastCartMicros when something was last put into the cart; {@link #NEVER} if nothing was
 * @param lastPurchaseMicros when the last purchase was; {@link #NEVER} if there was none
 * @param products those of the events that have one
 */
record SessionFacts(
    long events,
    long views,
    long carts,
    long purchases,
    long priced,
    long cents,
    long mostCents,
    long cartCents,
    long firstMicros,
    long lastMicros,
    long lastCartMicros,
    long lastPurchaseMicros,
    ProductSet products) {
  static final long NEVER = Long.MIN_VALUE;
  static final SessionFacts NONE =
      new SessionFacts(
          0, 0, 0, 0, 0, 0, 0, 0, Long.MAX_VALUE, NEVER, NEVER, NEVER, ProductSet.NONE);

  /** Of tuples as {@link ObservedEvent} makes them. */
  static SessionFacts of(TupleSet events) {
    int size = events.size();
    SessionFacts facts = NONE;
    for (int i = 0; i < size; i++) {
      facts = facts.plus(ObservedEvent.facts(events, i));
    }
    return facts;
  }

  /** Of both, which have no event in common. */
  SessionFacts plus(SessionFacts others) {
    return new SessionFacts(
        events + others.events,
        views + others.views,
        carts + others.carts,
        purchases + others.purchases,
        priced + others.priced,
        Math.addExact(cents, others.cents),
        Math.max(mostCents, others.mostCents),
        Math.addExact(cartCents, others.cartCents),
        Math.min(firstMicros, others.firstMicros),
        Math.max(lastMicros, others.lastMicros),
        Math.max(lastCartMicros, others.lastCartMicros),
        Math.max(lastPurchaseMicros, others.lastPurchaseMicros),
        products.plus(others.products));
  }

  TimeSpan span() {
    return new TimeSpan(firstMicros, lastMicros);
  }

  /** From the first event to the last. */
  double seconds() {
    return (lastMicros - firstMicros) / 1e6;
  }

  Instant first() {
    return EventTotals.moment(firstMicros);
  }

  Instant last() {
    return EventTotals.moment(lastMicros);
  }
}
