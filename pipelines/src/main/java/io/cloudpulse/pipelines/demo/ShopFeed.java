package io.cloudpulse.pipelines.demo;

import java.time.Duration;
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

  private static final int SESSIONS = 1_200;
  private static final int MINUTES = 24 * 60;

  /** The same visits for the same seed, in the day that ends at a moment. */
  static ShopFeed of(long seed, Instant end) {
    Random dice = new Random(seed);
    Instant start = end.minus(Duration.ofMinutes(MINUTES));
    List<ShopVisit.Event> events = new ArrayList<>();
    for (int session = 0; session < SESSIONS; session++) {
      String name = "s-%04d".formatted(session);
      events.addAll(ShopVisit.events(name, start.plusSeconds(second(dice)), dice));
    }
    events.sort(Comparator.comparing(ShopVisit.Event::comes));
    return withDirt(events.stream().map(ShopVisit.Event::line).toList(), dice);
  }

  /**
   * When a visit begins: many in the evening, few at night; none so late that it outlasts the day.
   */
  private static int second(Random dice) {
    int second;
    double busy;
    do {
      second = dice.nextInt((MINUTES - 15) * 60);
      busy = 0.55 + 0.45 * Math.sin(2 * Math.PI * second / (MINUTES * 60.0) - 1.2);
    } while (dice.nextDouble() > busy);
    return second;
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

  static String broken(String line, Random dice, Map<String, Long> refused) {
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
