package io.cloudpulse.transforms.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * What a set of distinct events adds up to.
 *
 * @param worth how many of them have an amount that counts
 * @param cents the sum of those amounts
 * @param times when they happened, in microseconds: distinct, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record EventTotals(long events, long worth, long cents, long[] times) {

  /** Of tuples of microsecond, content and amount, as {@link ActivityEvent} makes them. */
  static EventTotals of(TupleSet set) {
    int size = set.size();
    long worth = 0;
    long cents = 0;
    long[] times = new long[size];
    int moments = 0;
    for (int i = 0; i < size; i++) {
      long amount = set.get(i, 2);
      worth += amount > 0 ? 1 : 0;
      cents = Math.addExact(cents, Math.max(0, amount - 1));
      if (moments == 0 || times[moments - 1] != set.get(i, 0)) {
        times[moments++] = set.get(i, 0);
      }
    }
    return new EventTotals(size, worth, cents, Arrays.copyOf(times, moments));
  }

  BigDecimal revenue() {
    return BigDecimal.valueOf(cents, 2);
  }

  Instant first() {
    return moment(times[0]);
  }

  Instant last() {
    return moment(times[times.length - 1]);
  }

  static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
