package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.local.LocalService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pulse status}. */
@Command(
    name = "status",
    description = "Show which local services run, where, and how they are.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ServiceFlags flags;

  @Override
  public Integer call() {
    ServiceLines lines = new ServiceLines(spec.commandLine().getColorScheme());
    for (LocalService service : flags.services(spec.commandLine())) {
      String text = service.running().map(lines::of).orElseGet(() -> lines.stopped(service.name()));
      spec.commandLine().getOut().println(text);
    }
    return ExitCode.DONE;
  }
}
