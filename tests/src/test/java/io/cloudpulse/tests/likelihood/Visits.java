package io.cloudpulse.tests.likelihood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Made-up visits to a shop, of which it is known how well they can be told apart. The value of the
 * pages seen is above 10 in three of ten visits; of those nine in ten buy, of the others one in
 * ten. Whoever knows that has an area under the curve of 0.8743, and is right nine times in ten.
 */
final class Visits {
  static final String HEADER =
      "Administrative,Administrative_Duration,Informational,Informational_Duration,ProductRelated,"
          + "ProductRelated_Duration,BounceRates,ExitRates,PageValues,SpecialDay,Month,"
          + "OperatingSystems,Browser,Region,TrafficType,VisitorType,Weekend,Revenue";

  private static final List<String> MONTHS = List.of("Feb", "Mar", "May", "June", "Nov", "Dec");

  private Visits() {}

  /** Writes so many records, of which each hundredth is bad. */
  static Path write(Path file, int count, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    for (int i = 1; i <= count; i++) {
      lines.add(visit(random, i % 100 == 0));
    }
    return Files.write(file, lines);
  }

  private static String visit(Random random, boolean bad) {
    double value = random.nextDouble() < 0.3 ? 10.5 + random.nextDouble() : random.nextDouble();
    boolean bought = random.nextDouble() < (value > 10 ? 0.9 : 0.1);
    int pages = 1 + random.nextInt(40);
    return String.format(
        Locale.ROOT,
        "%d,%.1f,%d,0,%d,%.1f,%.3f,%s,%.4f,0,%s,%d,%d,%d,%d,%s,%s,%s",
        random.nextInt(5),
        random.nextDouble() * 100,
        random.nextInt(3),
        pages,
        pages * 30 * random.nextDouble(),
        random.nextDouble() * 0.2,
        bad ? "high" : "0.0" + random.nextInt(10),
        value,
        MONTHS.get(random.nextInt(MONTHS.size())),
        1 + random.nextInt(4),
        1 + random.nextInt(5),
        1 + random.nextInt(9),
        1 + random.nextInt(10),
        random.nextInt(4) == 0 ? "New_Visitor" : "Returning_Visitor",
        random.nextBoolean() ? "TRUE" : "FALSE",
        bought ? "TRUE" : "FALSE");
  }
}
