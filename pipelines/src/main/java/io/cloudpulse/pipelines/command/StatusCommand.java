package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.local.LocalService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pulse status}. */
@Command(
    name = "status",
    description = "Show which local services run, and where.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LocalFlags local;

  @Override
  public Integer call() {
    ServiceLines lines = new ServiceLines(spec.commandLine().getColorScheme());
    for (LocalService service : local.services()) {
      String text = service.running().map(lines::of).orElseGet(() -> lines.stopped(service.name()));
      spec.commandLine().getOut().println(text);
    }
    return ExitCode.DONE;
  }
}
