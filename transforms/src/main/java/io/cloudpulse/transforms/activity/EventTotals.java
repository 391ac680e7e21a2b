package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.activity.UserTotals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;

/**
 * What distinct events add up to.
 *
 * @param worth how many of them have an amount that counts
 * @param cents the sum of those amounts
 * @param firstMicros when the first of them happened, in microseconds since 1970
 * @param lastMicros when the last did
 */
record EventTotals(long events, long worth, long cents, long firstMicros, long lastMicros) {
  static final EventTotals NONE = new EventTotals(0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** Of tuples of microsecond, content and amount, as {@link ActivityEvent} makes them. */
  static EventTotals of(TupleSet set) {
    int size = set.size();
    EventTotals totals = NONE;
    for (int i = 0; i < size; i++) {
      long amount = set.get(i, 2);
      long time = set.get(i, 0);
      totals =
          totals.plus(new EventTotals(1, amount > 0 ? 1 : 0, Math.max(0, amount - 1), time, time));
    }
    return totals;
  }

  /** Of both, which have no event in common. */
  EventTotals plus(EventTotals others) {
    return new EventTotals(
        events + others.events,
        worth + others.worth,
        Math.addExact(cents, others.cents),
        Math.min(firstMicros, others.firstMicros),
        Math.max(lastMicros, others.lastMicros));
  }

  /** As the rows of a user tell it: what has a worth is a purchase. */
  UserTotals ofUser() {
    return new UserTotals(events, worth, revenue(), first(), last());
  }

  BigDecimal revenue() {
    return BigDecimal.valueOf(cents, 2);
  }

  Instant first() {
    return moment(firstMicros);
  }

  Instant last() {
    return moment(lastMicros);
  }

  static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Each number in as few bytes as it needs; the last time as the distance from the first. */
  static final class Coder extends CustomCoder<EventTotals> {
    private static final long serialVersionUID = 1;

    @Override
    public void encode(EventTotals totals, OutputStream out) throws IOException {
      VarInt.encode(totals.events, out);
      VarInt.encode(totals.worth, out);
      VarInt.encode(totals.cents, out);
      VarInt.encode(totals.firstMicros, out);
      VarInt.encode(totals.lastMicros - totals.firstMicros, out);
    }

    @Override
    public EventTotals decode(InputStream in) throws IOException {
      long events = VarInt.decodeLong(in);
      long worth = VarInt.decodeLong(in);
      long cents = VarInt.decodeLong(in);
      long first = VarInt.decodeLong(in);
      return new EventTotals(events, worth, cents, first, first + VarInt.decodeLong(in));
    }

    @Override
    public void verifyDeterministic() {
      // Each number is written in one way only.
    }
  }
}
