package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.demo.made.Books;
import io.cloudpulse.pipelines.demo.made.Figures;
import io.cloudpulse.pipelines.demo.made.MadeRecords;
import io.cloudpulse.pipelines.demo.made.Opportunities;
import io.cloudpulse.pipelines.demo.made.Pay;
import io.cloudpulse.pipelines.demo.made.Prices;
import io.cloudpulse.pipelines.demo.made.Trade;
import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.aggregates.Aggregated;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A dataset of the demo, and where its records come from. */
record DemoDataset(String name, DemoRecords records) {
  static final long SEED = 42;

  /** Below this every product of the demo is sold, but for those that are to be refused. */
  static final int DEAR = 97;

  /** Moved as a batch and as a stream, and compared. */
  static final List<DemoDataset> TWINS =
      List.of(
          new DemoDataset("northwind.orders", DemoRecords.generated(20_000)),
          new DemoDataset("northwind.order_details", DemoRecords.generated(50_000)),
          made("crm.sales_pipeline", Opportunities.of(SEED)),
          made("stocks.prices", Prices.of(SEED)));

  /** Moved once, for the page to show. */
  static final List<DemoDataset> SHOWN =
      List.of(
          made("northwind.products", Trade.products(SEED, DEAR)),
          made("northwind.customers", Trade.customers(SEED)),
          made("books.catalogue", Books.of(SEED)),
          made("salaries.jobs", Pay.of(SEED)),
          made("indicators.values", Figures.of(SEED)));

  static final List<DemoDataset> ALL = Stream.of(TWINS, SHOWN).flatMap(List::stream).toList();

  private static DemoDataset made(String name, MadeRecords records) {
    return new DemoDataset(name, DemoRecords.made(records));
  }

  Path file(Path folder) {
    return folder.resolve(name + ".csv");
  }

  Dataset definition() {
    return Datasets.named(name);
  }

  /** That of its records, and those that are computed of them. */
  Stream<Dataset> tables() {
    return Stream.concat(
        Stream.of(definition()),
        Aggregated.of(name).stream().flatMap(origin -> origin.aggregates().stream()));
  }

  /** Sends each line of the file but the header to a topic; returns how to read them there. */
  String send(String topic, Path folder) throws IOException {
    List<String> lines = Files.readAllLines(file(folder), StandardCharsets.ISO_8859_1);
    try (KafkaLines messages = KafkaLines.to(KafkaAddress.parse(topic))) {
      for (String line : lines.subList(1, lines.size())) {
        messages.send(line.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    String layout = definition().layouts().get(0).name();
    return "?layout=%s&header=%s".formatted(layout, lines.get(0));
  }

  /** Writes the dataset's file; the same bytes each time. */
  Expected generate(Path folder) throws IOException {
    return records.write(definition(), file(folder));
  }
}
