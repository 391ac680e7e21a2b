package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.generate.GeneratedFile;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.PulseHome;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code pulse rehearse}: what the launcher's build runs once, so that the JVM's class archive
 * holds what a run loads. Half of the time of a small run is loading classes.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Run a small move from end to end, with a server of its own.")
public final class RehearseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--runner", defaultValue = "flink", description = "The runner to rehearse with.")
  private String runner;

  @Override
  public Integer call() throws IOException {
    LocalPostgres postgres = LocalPostgres.in(PulseHome.folder());
    try {
      postgres.start();
      return move(orders());
    } finally {
      postgres.stop();
      postgres.wipe();
    }
  }

  private static Path orders() throws IOException {
    Dataset dataset = Datasets.named("northwind.orders");
    Path file = Files.createTempFile("orders", ".csv");
    file.toFile().deleteOnExit();
    GeneratedFile.expectedBeside(file).toFile().deleteOnExit();
    GeneratedFile.write(new Recipe(dataset, dataset.layouts().get(0), 300, 1, 0.05, 0.05), file);
    return file;
  }

  private int move(Path orders) {
    return spec.parent()
        .commandLine()
        .execute(
            "run",
            "--dataset=northwind.orders",
            "--source=files:" + orders,
            "--sink=postgres",
            "--maxRefused=1",
            "--runner=" + runner);
  }
}
