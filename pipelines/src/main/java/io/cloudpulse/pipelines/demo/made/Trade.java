package io.cloudpulse.pipelines.demo.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a wholesaler of food sells, and to whom. */
public final class Trade {
  private static final int PRODUCTS = 120;
  private static final int CUSTOMERS = 150;
  private static final List<String> KINDS =
      List.of("Green", "Smoked", "Mountain", "Harbour", "Lighthouse", "Winter", "Orchard", "Wild");
  private static final List<String> FOODS =
      List.of("Tea", "Cheese", "Crème Brûlée Mix", "Salmon", "Honey", "Rye Bread", "Olives", "Jam");
  private static final List<String> CITIES =
      List.of("Bremen,Germany", "Porto,Portugal", "Leeds,UK", "Graz,Austria", "Lyon,France");

  private Trade() {}

  /** Of {@code northwind.products}, none above a price. */
  public static MadeRecords products(long seed, int dearest) {
    Random dice = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int product = 1; product <= PRODUCTS; product++) {
      lines.add(
          "%d,%s %s,%d,%d,%d boxes,%d.%02d,%d,0,10,false"
              .formatted(
                  product,
                  KINDS.get(product % KINDS.size()),
                  FOODS.get(product / KINDS.size() % FOODS.size()),
                  1 + dice.nextInt(20),
                  1 + dice.nextInt(8),
                  6 * (1 + dice.nextInt(4)),
                  4 + dice.nextInt(dearest - 5),
                  dice.nextInt(100),
                  dice.nextInt(120)));
    }
    return MadeRecords.repeating(
        "product_id,product_name,supplier_id,category_id,quantity_per_unit,unit_price,"
            + "units_in_stock,units_on_order,reorder_level,discontinued",
        lines,
        line -> line.replaceFirst("^(\\d+),[^,]*,", "$1,,"),
        "missing");
  }

  /** Of {@code northwind.customers}. */
  public static MadeRecords customers(long seed) {
    Random dice = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      lines.add(
          "CUS%c%c,%s %s,Ada Meyer,Buyer,%d High Street,%s"
              .formatted(
                  (char) ('A' + customer / 26),
                  (char) ('A' + customer % 26),
                  KINDS.get(dice.nextInt(KINDS.size())),
                  List.of("Foods", "Café", "Stores", "Kitchen").get(dice.nextInt(4)),
                  1 + dice.nextInt(200),
                  CITIES.get(dice.nextInt(CITIES.size()))));
    }
    return MadeRecords.repeating(
        "customer_id,company_name,contact_name,contact_title,address,city,country",
        lines,
        line -> line.replaceFirst(",[^,]*$", ","),
        "missing");
  }
}
