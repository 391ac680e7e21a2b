package io.cloudpulse.tests.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Messages of a shop as its export has them.
 *
 * @param lines as they are sent: some twice, some bad, times out of order by some seconds
 */
public record ShopEvents(List<String> lines) {
  public static final String HEADER =
      "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session";

  private static final String BAD = ",cheap,";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
  private static final int USERS_AT_A_TIME = 60;
  private static final int EVENTS_OF_A_CROWD = 1_500;

  /** So many messages, a twentieth of which repeats an earlier one, and one in 200 is bad. */
  public static ShopEvents generated(int count, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    while (lines.size() < count) {
      int i = lines.size();
      if (i > 100 && random.nextInt(20) == 0) {
        lines.add(lines.get(i - 1 - random.nextInt(100)));
      } else {
        lines.add(line(i, random));
      }
    }
    return new ShopEvents(lines);
  }

  private static String line(int number, Random random) {
    int ofTen = random.nextInt(10);
    String action = ofTen == 0 ? "purchase" : ofTen < 3 ? "cart" : "view";
    int user = number / EVENTS_OF_A_CROWD % 7 * USERS_AT_A_TIME + random.nextInt(USERS_AT_A_TIME);
    boolean bad = random.nextInt(200) == 0;
    return "%s,%s,%d,%d,%s,%s,%s,%d,s-%d"
        .formatted(
            TIME.format(FIRST.plusSeconds(number + random.nextInt(4))),
            action,
            1_000 + random.nextInt(500),
            20 + random.nextInt(9),
            random.nextBoolean() ? "garden.tools" : "",
            random.nextBoolean() ? "acme" : "",
            bad ? "cheap" : "%d.%02d".formatted(random.nextInt(300), random.nextInt(100)),
            user,
            user + number / EVENTS_OF_A_CROWD);
  }

  static ShopEvents read(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    if (!lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(csv + " has another header: " + lines.get(0));
    }
    return new ShopEvents(lines.subList(1, lines.size()));
  }

  /** The same messages and as many again, in another order. */
  ShopEvents doubledAndShuffled(long seed) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(lines);
    Collections.shuffle(all, new Random(seed));
    return new ShopEvents(all);
  }

  ShopEvents part(int from, int to) {
    return new ShopEvents(lines.subList(from, to));
  }

  /** How many rows the first messages come to. */
  int rowsOf(int first) {
    Set<String> distinct = new HashSet<>(lines.subList(0, first));
    distinct.removeIf(line -> line.contains(BAD));
    return distinct.size();
  }

  public int rows() {
    return rowsOf(lines.size());
  }

  public int bad() {
    return (int) lines.stream().filter(line -> line.contains(BAD)).count();
  }

  Path write(Path file) throws IOException {
    List<String> all = new ArrayList<>(lines);
    all.add(0, HEADER);
    return Files.write(file, all);
  }
}
