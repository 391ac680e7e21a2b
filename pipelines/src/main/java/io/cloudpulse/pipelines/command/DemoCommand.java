package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.demo.Demo;
import io.cloudpulse.pipelines.demo.DemoPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pulse demo}. */
@Command(
    name = "demo",
    description = "See the whole of it on generated data: nothing to install, some two minutes.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LocalFlags local;

  @Override
  public Integer call() throws Exception {
    DemoPage page =
        new DemoPage(spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi());
    return new Demo(local.folder(), page).run();
  }
}
