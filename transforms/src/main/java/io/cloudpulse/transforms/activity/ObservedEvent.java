package io.cloudpulse.transforms.activity;

/**
 * An event as one of a set of which more is to be known than its worth: microsecond, 56 bits of
 * content, action, product and price.
 */
final class ObservedEvent {
  static final int WIDTH = 5;

  private static final long NOTHING = 0;
  private static final int ACTION = 2;
  private static final int PRODUCT = 3;
  private static final int PRICE = 4;
  private static final long OTHER = 0;
  private static final long VIEW = 1;
  private static final long CART = 2;
  private static final long PURCHASE = 3;

  private ObservedEvent() {}

  static TupleSet of(ActivityEvent event) {
    return TupleSet.of(
        event.getEventMicros(),
        event.contentBits(),
        action(event.getAction()),
        event.getProductId() == null ? NOTHING : event.getProductId() + 1,
        event.getPrice() == null ? NOTHING : event.cents() + 1);
  }

  private static long action(String name) {
    return switch (name) {
      case "view" -> VIEW;
      case "cart" -> CART;
      case "purchase" -> PURCHASE;
      default -> OTHER;
    };
  }

  /** What one of a set's events is to its session. */
  static SessionFacts facts(TupleSet events, int event) {
    long time = events.get(event, 0);
    long action = events.get(event, ACTION);
    long product = events.get(event, PRODUCT);
    boolean isPriced = events.get(event, PRICE) != NOTHING;
    long cents = isPriced ? events.get(event, PRICE) - 1 : 0;
    return new SessionFacts(
        1,
        action == VIEW ? 1 : 0,
        action == CART ? 1 : 0,
        action == PURCHASE ? 1 : 0,
        isPriced ? 1 : 0,
        cents,
        cents,
        action == CART ? cents : 0,
        time,
        time,
        action == CART ? time : SessionFacts.NEVER,
        action == PURCHASE ? time : SessionFacts.NEVER,
        product == NOTHING ? ProductSet.NONE : ProductSet.of(product));
  }
}
