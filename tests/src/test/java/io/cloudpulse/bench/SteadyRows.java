package io.cloudpulse.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** Rows that happen one after the other, as JSON. */
abstract class SteadyRows {
  private long number;

  private SteadyRows(long first) {
    this.number = first;
  }

  /**
   * Rows of a kind.
   *
   * @param kind {@code moments} ({@code bench.moments}), or {@code events:N} ({@code
   *     activity.events}) of N users
   */
  static SteadyRows of(String kind, long first) {
    if (kind.equals("moments")) {
      return new Moments(first);
    }
    return new Events(first, Integer.parseInt(kind.substring(kind.indexOf(':') + 1)));
  }

  /** The next one, which happened then. */
  final String next(Instant at) {
    return row(number++, at.truncatedTo(ChronoUnit.MICROS).toString());
  }

  abstract String row(long id, String now);

  private static final class Moments extends SteadyRows {
    Moments(long first) {
      super(first);
    }

    @Override
    String row(long id, String now) {
      return "{\"id\": %d, \"sent_at\": \"%s\", \"note\": \"row %d of the present\"}"
          .formatted(id, now, id);
    }
  }

  /** As a shop has them: most are views, and users come back at random. */
  private static final class Events extends SteadyRows {
    private final SplittableRandom random;
    private final int users;

    Events(long first, int users) {
      super(first);
      this.random = new SplittableRandom(first);
      this.users = users;
    }

    @Override
    String row(long id, String now) {
      int dice = random.nextInt(100);
      String action = dice < 94 ? "view" : dice < 97 ? "cart" : "purchase";
      int user = random.nextInt(users);
      return ("{\"user_id\": %d, \"session_id\": \"0a1b2c3d-0000-4000-8000-%012d\","
              + " \"action\": \"%s\", \"product_id\": %d, \"category_id\": 2053013558920217191,"
              + " \"category_code\": \"kitchen.knives\", \"brand\": \"acme\","
              + " \"price\": %d.50, \"event_time\": \"%s\"}")
          .formatted(user, id, action, random.nextInt(9_999), random.nextInt(500), now);
    }
  }
}
