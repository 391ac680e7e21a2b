package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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
      for (String shipped : Datasets.shipped()) {
        out.printf("%-32s %s%n", shipped, Datasets.named(shipped).description());
      }
    } else {
      Dataset dataset = Datasets.resolve(name);
      out.print(DatasetPage.of(dataset));
    }
    return ExitCode.DONE;
  }
}
