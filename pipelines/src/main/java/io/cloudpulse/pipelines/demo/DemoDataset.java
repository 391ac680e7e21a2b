package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.generate.GeneratedFile;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A dataset of the demo, and how much of it there is. */
record DemoDataset(String name, long rows) {
  private static final long SEED = 42;
  private static final double DIRTY = 0.01;
  private static final double DUPLICATES = 0.02;

  static final List<DemoDataset> ALL =
      List.of(
          new DemoDataset("northwind.orders", 20_000),
          new DemoDataset("northwind.order_details", 50_000),
          new DemoDataset("crm.sales_pipeline", 20_000),
          new DemoDataset("activity.events", 60_000),
          new DemoDataset("stocks.prices", 30_000));

  Path file(Path folder) {
    return folder.resolve(name + ".csv");
  }

  /** Writes the dataset's file; the same bytes each time. */
  Expected generate(Path folder) throws IOException {
    Dataset dataset = Datasets.named(name);
    Recipe recipe = new Recipe(dataset, dataset.layouts().get(0), rows, SEED, DIRTY, DUPLICATES);
    return GeneratedFile.write(recipe, file(folder));
  }
}
