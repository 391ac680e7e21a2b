package io.cloudpulse.transforms;

/**
 * Tells ranges that are sets. What their records carry as offset is no place but a number made of
 * the message's id: it says which message this is, not which came before. So a ledger counts each
 * number once, whatever the order, where of other ranges it remembers how far they are counted.
 */
public final class SetRange {
  private static final String SCHEME = "pubsub://";
  private static final char PART = '#';

  private SetRange() {}

  /** True of a subscription; a part of one that was written down has places again. */
  public static boolean is(String range) {
    return range.startsWith(SCHEME) && range.indexOf(PART) < 0;
  }
}
