package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.demo.made.Books;
import io.cloudpulse.pipelines.demo.made.Figures;
import io.cloudpulse.pipelines.demo.made.MadeRecords;
import io.cloudpulse.pipelines.demo.made.Opportunities;
import io.cloudpulse.pipelines.demo.made.Pay;
import io.cloudpulse.pipelines.demo.made.Prices;
import io.cloudpulse.pipelines.demo.made.Trade;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.likelihood.SomeModel;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Something for every panel, moved by the real program into real servers. */
record PageData(Database database, Indices indices, Path folder) {
  private static final long SEED = 7;

  /** Of what is searched. */
  private static final List<String> INDEXED =
      List.of("books.catalogue", "northwind.products", "northwind.customers");

  /** What a model says of a session without a cart, and of one with a cart. */
  private static final double UNLIKELY = 0.15;

  private static final double LIKELY = 0.95;

  /** Moves all of it. */
  void load() throws IOException, SQLException {
    SomeModel.publish(models(), UNLIKELY, LIKELY);
    move("activity.events", visits(), "--model=" + models());
    move("stocks.prices", Prices.of(SEED));
    move("crm.sales_pipeline", Opportunities.of(SEED));
    move("salaries.jobs", Pay.of(SEED));
    move("indicators.values", Figures.of(SEED));
    move("books.catalogue", Books.of(SEED));
    move("northwind.customers", Trade.customers(SEED));
    move("northwind.products", Trade.products(SEED, 90));
    refuse();
  }

  void forget() {
    for (String index : INDEXED) {
      HttpResponse<String> unused = indices.ask("DELETE", "/" + index, "");
    }
  }

  private void move(String dataset, MadeRecords records) throws IOException {
    move(dataset, records.lines());
  }

  private Path models() {
    return folder.resolve("models");
  }

  private void move(String dataset, List<String> lines, String... more) throws IOException {
    Path file = Files.write(folder.resolve(dataset + ".csv"), lines);
    String sink =
        INDEXED.contains(dataset) ? database.sink() + "," + indices.address() : database.sink();
    List<String> args =
        new ArrayList<>(
            List.of(
                "run",
                "--dataset=" + dataset,
                "--source=files:" + file,
                "--sink=" + sink,
                "--runner=direct",
                "--quiet"));
    args.addAll(List.of(more));
    PulseCommand ended = PulseCommand.run(args.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  /** Of the last hours: of ten events seven are views, two carts and one is a purchase. */
  private static List<String> visits() {
    Instant now = java.time.Clock.systemUTC().instant();
    List<String> lines =
        IntStream.range(0, 900)
            .mapToObj(
                i ->
                    "%s,%s,%d,%d,9.%02d,%d,s-%d"
                        .formatted(
                            now.minusSeconds(60L * (i + 1))
                                    .toString()
                                    .substring(0, 19)
                                    .replace("T", " ")
                                + " UTC",
                            i % 10 < 7 ? "view" : i % 10 < 9 ? "cart" : "purchase",
                            i / 10 % 12,
                            i % 5,
                            i % 100,
                            i % 45,
                            i / 10))
            .toList();
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(
                "event_time,event_type,product_id,category_id,price,user_id,user_session"),
            lines.stream())
        .toList();
  }

  /** Products that are too dear for a table, until it is mended: four letters. */
  private void refuse() throws IOException, SQLException {
    database.execute(
        "alter table northwind.products add constraint cheap check (unit_price < 90) not valid");
    MadeRecords products = Trade.products(SEED + 1, 90);
    List<String> lines = new ArrayList<>(List.of(products.header()));
    lines.addAll(products.good());
    for (int i = 1; i <= 4; i++) {
      lines.set(i, lines.get(i).replaceFirst("boxes,[0-9.]+,", "boxes,95.00,"));
    }
    move("northwind.products", lines);
    database.execute("alter table northwind.products drop constraint cheap");
  }
}
