package io.cloudpulse.tests.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What 60 users did in three days, some of it twice: a file that is the same each time. */
final class ShopEvents {
  private static final Instant BEGIN = Instant.parse("2026-11-17T22:30:00Z");
  private static final int EVENTS = 2_000;
  private static final int SECONDS = 3 * 86_400;
  private static final String HEADER =
      "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session";

  private ShopEvents() {}

  static Path write(Path folder) throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    for (int i = 0; i < EVENTS; i++) {
      // Most of a user's events come close together.
      int user = random.nextInt(60);
      long second = (user * 4_001L + random.nextInt(8) * 31_013L + random.nextInt(900)) % SECONDS;
      lines.add(line(random, user, BEGIN.plusSeconds(second)));
    }
    lines.add(lines.get(1));
    return Files.write(folder.resolve("events.csv"), lines);
  }

  private static String line(Random random, int user, Instant time) {
    int dice = random.nextInt(20);
    return "%s,%s,%s,%d,%s,acme,%d.%02d,%d,%s"
        .formatted(
            time.toString().replace('T', ' ').replace("Z", " UTC"),
            dice == 0 ? "purchase" : dice < 3 ? "add_to_cart" : dice < 4 ? "wish" : "view_product",
            dice == 5 ? "" : String.valueOf(100 + random.nextInt(30)),
            random.nextInt(5),
            dice % 2 == 0 ? "garden.tools" : "",
            random.nextInt(300),
            random.nextInt(100),
            1_000 + user,
            "s" + user);
  }
}
