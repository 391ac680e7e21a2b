package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.demo.Demo;
import io.cloudpulse.pipelines.demo.DemoPage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse demo}. */
@Command(
    name = "demo",
    description = "See the whole of it on generated data: nothing to install, some two minutes.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LocalFlags local;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description =
          "How long the page stays open at the end, such as PT10M"
              + " (default: until Ctrl-C on a terminal, elsewhere not at all).")
  private Duration stay;

  @Override
  public Integer call() throws Exception {
    DemoPage page =
        new DemoPage(spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi());
    Optional<Duration> open = Optional.ofNullable(stay);
    if (open.isEmpty() && !Terminal.isThere()) {
      open = Optional.of(Duration.ZERO);
    }
    return new Demo(local.folder(), page, open).run();
  }
}
