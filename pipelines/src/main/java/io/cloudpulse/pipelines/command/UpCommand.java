package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.RunningService;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse up}. */
@Command(
    name = "up",
    description =
        "Start the local PostgreSQL, Kafka and Elasticsearch; data of the last time is there again.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ServiceFlags flags;

  @Option(
      names = "--port",
      description =
          "The port of the one service that --services names"
              + " (default: the last one, the usual one, or any: what is free).")
  private Integer port;

  @Option(names = "--reset", description = "Delete the data first.")
  private boolean reset;

  @Override
  public Integer call() {
    List<LocalService> services = flags.services(spec.commandLine());
    refuseOnePortForMany(services);
    ServiceLines lines = new ServiceLines(spec.commandLine().getColorScheme());
    AllAtOnce.work(
        services, this::start, running -> spec.commandLine().getOut().println(lines.of(running)));
    return ExitCode.DONE;
  }

  private RunningService start(LocalService service) {
    if (reset) {
      service.wipe();
    }
    return (port == null ? service : service.onPort(port)).start();
  }

  private void refuseOnePortForMany(List<LocalService> services) {
    FlagProblems problems = new FlagProblems();
    if (port != null && services.size() > 1) {
      problems.add(
          "--port=%d is one service's, but %d are to start. For example: --services=postgres --port=%d"
              .formatted(port, services.size(), port));
    }
    problems.throwIfAny(spec.commandLine());
  }
}
