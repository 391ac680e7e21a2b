package io.cloudpulse.transforms.stocks;

import java.util.Collection;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is known of one share's prices, by day. The union of such sets is one. */
final class PriceSet implements Iterable<KnownPrice> {
  private final NavigableMap<Long, KnownPrice> days = new TreeMap<>();

  /** Adds what a record says; false if that is no news. */
  boolean add(Price price) {
    KnownPrice known = days.get(price.day());
    KnownPrice now = known == null ? KnownPrice.of(price) : known.with(price);
    days.put(price.day(), now);
    return !now.equals(known);
  }

  /** As it was written before. */
  void put(KnownPrice known) {
    days.put(known.newest().day(), known);
  }

  /** In the order of days, both ends included. */
  Collection<KnownPrice> between(long first, long last) {
    return days.subMap(first, true, last, true).values();
  }

  int size() {
    return days.size();
  }

  @Override
  public Iterator<KnownPrice> iterator() {
    return days.values().iterator();
  }
}
