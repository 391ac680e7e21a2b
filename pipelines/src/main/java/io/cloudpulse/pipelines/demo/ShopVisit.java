package io.cloudpulse.pipelines.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One made-up visit of a shop: somebody looks, may fill a cart, and may buy. */
final class ShopVisit {
  private static final int USERS = 1_000;
  private static final int PRODUCTS = 50;

  /**
   * Something that a visitor did.
   *
   * @param comes when it is told: some seconds after it happened, for a phone's events wait for its
   *     network
   */
  record Event(Instant comes, String line) {}

  private final String session;
  private final int user;
  private final Random dice;
  private final List<Event> events = new ArrayList<>();

  private ShopVisit(String session, Random dice) {
    this.session = session;
    this.user = dice.nextInt(USERS);
    this.dice = dice;
  }

  /** What happens in a visit that begins at a moment, in the order of happening. */
  static List<Event> events(String session, Instant start, Random dice) {
    ShopVisit visit = new ShopVisit(session, dice);
    visit.go(start);
    return visit.events;
  }

  private void go(Instant start) {
    int product = dice.nextInt(PRODUCTS);
    Instant time = start;
    for (int step = dice.nextInt(9); step >= 0; step--) {
      tell("view_product", product, time);
      time = time.plusMillis(4_000 + dice.nextInt(56_000));
      product = dice.nextInt(3) == 0 ? dice.nextInt(PRODUCTS) : product;
    }
    if (dice.nextInt(3) == 0) {
      tell("add_to_cart", product, time);
      if (dice.nextInt(2) == 0) {
        tell("purchase", product, time.plusSeconds(30));
      }
    }
  }

  private void tell(String action, int product, Instant time) {
    String line =
        "{\"user_id\":%d,\"session_id\":\"%s\",\"action\":\"%s\",\"product_id\":%d,"
                .formatted(user, session, action, product)
            + "\"category_code\":\"shelf.%d\",\"price\":%d.%02d,\"timestamp\":\"%s\"}"
                .formatted(product % 7, 5 + product * 3, product, time);
    events.add(new Event(time.plusSeconds(dice.nextInt(4)), line));
  }
}
