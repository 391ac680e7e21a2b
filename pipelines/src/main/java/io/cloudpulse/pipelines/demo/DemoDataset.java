package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.generate.GeneratedFile;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A dataset of the demo, and how much of it there is.
 *
 * @param live what its stream is told besides
 */
record DemoDataset(String name, long rows, List<String> live) {
  static final long SEED = 42;
  private static final double DIRTY = 0.01;
  private static final double DUPLICATES = 0.02;

  static final List<DemoDataset> ALL =
      List.of(
          new DemoDataset("northwind.orders", 20_000),
          new DemoDataset("northwind.order_details", 50_000),
          new DemoDataset("crm.sales_pipeline", 20_000),
          // Some prices come again years later, as what is repeated does here.
          new DemoDataset("stocks.prices", 30_000, List.of("--allowedLateness=P3650D")));

  private DemoDataset(String name, long rows) {
    this(name, rows, List.of());
  }

  Path file(Path folder) {
    return folder.resolve(name + ".csv");
  }

  Dataset definition() {
    return Datasets.named(name);
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
    Dataset dataset = definition();
    Recipe recipe = new Recipe(dataset, dataset.layouts().get(0), rows, SEED, DIRTY, DUPLICATES);
    return GeneratedFile.write(recipe, file(folder));
  }
}
