package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.demo.made.MadeRecords;
import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.generate.GeneratedFile;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where the records of a dataset come from. */
interface DemoRecords {
  /** Writes them to a file; returns what a reader of it must find. */
  Expected write(Dataset dataset, Path file) throws IOException;

  /** Of the generator: every fault there is, in values that need not look like anything. */
  static DemoRecords generated(long rows) {
    double dirty = 0.01;
    double duplicates = 0.02;
    return (dataset, file) ->
        GeneratedFile.write(
            new Recipe(
                dataset, dataset.layouts().get(0), rows, DemoDataset.SEED, dirty, duplicates),
            file);
  }

  /** That look like the real thing. */
  static DemoRecords made(MadeRecords records) {
    return (dataset, file) -> {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, records.lines(), StandardCharsets.UTF_8);
      return expected(dataset, records);
    };
  }

  private static Expected expected(Dataset dataset, MadeRecords records) {
    long rows = records.rows();
    long bad = records.bad();
    return new Expected(
        dataset.name(),
        dataset.layouts().get(0).name(),
        DemoDataset.SEED,
        rows + records.repeated() + bad,
        rows + records.repeated(),
        bad,
        records.repeated(),
        bad == 0 ? Map.of() : Map.of(records.reason(), bad),
        rows,
        rows,
        Map.of(),
        Map.of());
  }
}
