package io.cloudpulse.transforms.stocks;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a share on one day: what the newest record of it says.
 *
 * @param beaten versions of the other records that were true in the same millisecond, ascending;
 *     they are counted, so that a row that saw one more of them has a higher version
 */
record KnownPrice(Price newest, List<Long> beaten) {
  static KnownPrice of(Price price) {
    return new KnownPrice(price, List.of());
  }

  /** With one more record; equal to this if that is no news. */
  KnownPrice with(Price other) {
    boolean newer = other.version() > newest.version();
    if (other.version() == newest.version()) {
      return this;
    }
    if (other.versionMillis() != newest.versionMillis()) {
      return newer ? of(other) : this;
    }
    return newer ? new KnownPrice(other, beating(newest)) : beatingToo(other);
  }

  private KnownPrice beatingToo(Price older) {
    return beaten.contains(older.version()) ? this : new KnownPrice(newest, beating(older));
  }

  private List<Long> beating(Price older) {
    List<Long> all = new ArrayList<>(beaten);
    all.add(older.version());
    return all.stream().sorted().limit(SignalVersion.MOST_BEATEN).toList();
  }
}
