package io.cloudpulse.pipelines.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse archive}. */
@Command(
    name = "archive",
    description = "Look after what run --archive keeps.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CompactCommand.class,
    mixinStandardHelpOptions = true)
public final class ArchiveCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "What to do is missing. For example: pulse archive compact --archive=files:archive");
  }
}
