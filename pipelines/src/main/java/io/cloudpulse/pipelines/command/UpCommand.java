package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.local.LocalPostgres;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse up}. */
@Command(
    name = "up",
    description = "Start the local PostgreSQL; data of the last time is there again.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LocalFlags local;

  @Option(
      names = "--port",
      description = "PostgreSQL's port (default: the last one, 5432, or any: what is free).")
  private Integer port;

  @Option(names = "--reset", description = "Delete the data first.")
  private boolean reset;

  @Override
  public Integer call() {
    LocalPostgres postgres = port == null ? local.postgres() : local.postgres().onPort(port);
    if (reset) {
      postgres.wipe();
    }
    ServiceLines lines = new ServiceLines(spec.commandLine().getColorScheme());
    spec.commandLine().getOut().println(lines.of(postgres.start()));
    return ExitCode.DONE;
  }
}
