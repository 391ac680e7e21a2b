package io.cloudpulse.tests.whole;

import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.generate.GeneratedFile;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.io.IOException;
import java.nio.file.Path;

/** Files of known dirt. */
public final class GeneratedData {
  private GeneratedData() {}

  /** One record in a hundred is bad, one in twenty repeats another. */
  public static Expected dirty(String dataset, long rows, Path file) throws IOException {
    return GeneratedFile.write(recipe(dataset, rows, 0.01, 0.05), file);
  }

  static Expected clean(String dataset, long rows, Path file) throws IOException {
    return GeneratedFile.write(recipe(dataset, rows, 0, 0), file);
  }

  private static Recipe recipe(String name, long rows, double dirty, double duplicates) {
    Dataset dataset = Datasets.resolve(name);
    return new Recipe(dataset, dataset.layouts().get(0), rows, 42, dirty, duplicates);
  }
}
