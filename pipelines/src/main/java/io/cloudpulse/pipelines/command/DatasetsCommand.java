package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.aggregates.Aggregated;
import io.cloudpulse.schemas.file.Datasets;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse datasets}. */
@Command(
    name = "datasets",
    description = "List the datasets, or show one with its shape in every sink.",
    mixinStandardHelpOptions = true)
public final class DatasetsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A dataset, or a dataset file.")
  private String name;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      all().forEach(each -> out.printf("%-32s %s%n", each.name(), each.description()));
    } else {
      out.print(DatasetPage.of(Aggregated.named(name).orElseGet(() -> Datasets.resolve(name))));
    }
    return ExitCode.DONE;
  }

  /** Those that are computed stand among those that are shipped, by name. */
  private static Stream<Dataset> all() {
    return Stream.concat(Datasets.shipped().stream().map(Datasets::named), Aggregated.all())
        .sorted(Comparator.comparing(Dataset::name));
  }
}
