package io.cloudpulse.pipelines.demo.made;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Deals of a year: most are closed, more are won than lost. */
public final class Opportunities {
  private static final int DEALS = 4_000;
  private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
  private static final List<String> AGENTS =
      List.of("Ada Meyer", "José Lima", "Zoë Smith", "Ben Okoye", "Ida Holm", "Ravi Nair");
  private static final List<String> ACCOUNTS =
      List.of("Northlight", "Blue Heron", "Kestrel Works", "Saltmarsh", "Old Mill", "Brightwater");

  private record Product(String name, double price) {}

  private static final List<Product> PRODUCTS =
      List.of(
          new Product("GTX Basic", 550),
          new Product("GTX Pro", 4_800),
          new Product("MG Special", 55),
          new Product("MG Advanced", 3_400));

  private Opportunities() {}

  /** Of {@code crm.sales_pipeline}. */
  public static MadeRecords of(long seed) {
    Random dice = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int deal = 0; deal < DEALS; deal++) {
      lines.add(line("DEAL%04d".formatted(deal), dice));
    }
    return MadeRecords.repeating(
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
        lines,
        line -> line.replaceFirst("Won|Lost|Engaging|Prospecting", "Stalled"),
        "not-allowed");
  }

  private static String line(String id, Random dice) {
    Product product = one(PRODUCTS, dice);
    String who =
        "%s,%s,%s,%s".formatted(id, one(AGENTS, dice), product.name(), one(ACCOUNTS, dice));
    LocalDate engaged = FIRST.plusDays(dice.nextInt(360));
    LocalDate closed = engaged.plusDays(7 + dice.nextInt(90));
    double price = product.price() * Math.exp(0.2 * dice.nextGaussian());
    int fate = dice.nextInt(100);
    if (fate < 7) {
      return who + ",Prospecting,,,";
    }
    if (fate < 24) {
      return "%s,Engaging,%s,,".formatted(who, engaged);
    }
    return fate < 50
        ? "%s,Lost,%s,%s,0".formatted(who, engaged, closed)
        : "%s,Won,%s,%s,%.2f".formatted(who, engaged, closed, price);
  }

  private static <T> T one(List<T> all, Random dice) {
    return all.get(dice.nextInt(all.size()));
  }
}
