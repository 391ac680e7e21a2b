package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.local.LocalService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse down}. */
@Command(
    name = "down",
    description = "Stop the local services, and the demo's page; their data stays.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ServiceFlags flags;

  @Option(names = "--reset", description = "Delete the data too.")
  private boolean reset;

  @Override
  public Integer call() {
    for (LocalService service : flags.servicesAndPage(spec.commandLine())) {
      String done = end(service);
      spec.commandLine().getOut().println(service.name() + " " + done);
    }
    return ExitCode.DONE;
  }

  private String end(LocalService service) {
    boolean ran = service.running().isPresent();
    if (reset) {
      service.wipe();
      return ran ? "stopped, its data deleted" : "was not running; its data is deleted";
    }
    service.stop();
    return ran ? "stopped" : "was not running";
  }
}
