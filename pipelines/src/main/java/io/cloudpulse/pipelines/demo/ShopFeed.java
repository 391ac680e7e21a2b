package io.cloudpulse.pipelines.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Made-up visitors of a shop, as its site would tell of them: they look, some fill a cart, few buy.
 * Events come a little out of order, some twice, some broken; how many of each is known.
 *
 * @param lines messages in the order they come
 * @param refused how many must be refused, by reason
 * @param distinct different good events
 */
record ShopFeed(List<String> lines, Map<String, Long> refused, long distinct) {
  static final String DATASET = "activity.events";

  private static final Instant START = Instant.parse("2024-11-29T18:00:00Z");
  private static final int SESSIONS = 1_200;
  private static final int USERS = 400;
  private static final int MINUTES = 120;

  private record Event(Instant comes, String line) {}

  /** The same visits for the same seed: so a demo that is run again finds its own rows. */
  static ShopFeed of(long seed) {
    Random dice = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int session = 0; session < SESSIONS; session++) {
      visit(session, START.plusSeconds(dice.nextInt((MINUTES - 15) * 60)), dice, events);
    }
    events.sort(Comparator.comparing(Event::comes));
    return withDirt(events.stream().map(Event::line).toList(), dice);
  }

  private static void visit(int session, Instant start, Random dice, List<Event> events) {
    Visit visit = new Visit(session, dice.nextInt(USERS), dice, events);
    int product = dice.nextInt(50);
    Instant time = start;
    for (int step = dice.nextInt(9); step >= 0; step--) {
      visit.tell("view_product", product, time);
      time = time.plusMillis(4_000 + dice.nextInt(56_000));
      product = dice.nextInt(3) == 0 ? dice.nextInt(50) : product;
    }
    if (dice.nextInt(3) == 0) {
      visit.tell("add_to_cart", product, time);
      if (dice.nextInt(2) == 0) {
        visit.tell("purchase", product, time.plusSeconds(30));
      }
    }
  }

  private record Visit(int session, int user, Random dice, List<Event> events) {
    /** Comes some seconds after it happened: a phone's events wait for its network. */
    void tell(String action, int product, Instant time) {
      String line =
          "{\"user_id\":%d,\"session_id\":\"s-%04d\",\"action\":\"%s\",\"product_id\":%d,"
                  .formatted(user, session, action, product)
              + "\"category_code\":\"shelf.%d\",\"price\":%d.%02d,\"timestamp\":\"%s\"}"
                  .formatted(product % 7, 5 + product * 3, product, time);
      events.add(new Event(time.plusSeconds(dice.nextInt(4)), line));
    }
  }

  /** A line in thirty comes twice, one in a hundred is joined by a broken one. */
  private static ShopFeed withDirt(List<String> good, Random dice) {
    List<String> lines = new ArrayList<>();
    Map<String, Long> refused = new TreeMap<>();
    for (String line : good) {
      lines.add(line);
      if (dice.nextInt(30) == 0) {
        lines.add(line);
      }
      if (dice.nextInt(100) == 0) {
        lines.add(broken(line, dice, refused));
      }
    }
    return new ShopFeed(List.copyOf(lines), refused, new HashSet<>(good).size());
  }

  private static String broken(String line, Random dice, Map<String, Long> refused) {
    return switch (dice.nextInt(4)) {
      case 0 -> counted("malformed", line.substring(0, line.length() / 2), refused);
      case 1 -> counted("missing", line.replaceFirst("\"user_id\":\\d+,", ""), refused);
      case 2 -> counted("range", line.replaceFirst("\"price\":", "\"price\":-"), refused);
      default -> counted("type", line.replaceFirst("T(\\d\\d):", "T25:"), refused);
    };
  }

  private static String counted(String reason, String line, Map<String, Long> refused) {
    refused.merge(reason, 1L, Long::sum);
    return line;
  }
}
