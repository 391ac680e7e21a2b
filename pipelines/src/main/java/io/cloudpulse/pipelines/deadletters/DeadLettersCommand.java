package io.cloudpulse.pipelines.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse dead-letters}. */
@Command(
    name = "dead-letters",
    description = "Look through the records that were refused, send them again, or let them go.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ListCommand.class, ShowCommand.class, DiscardCommand.class},
    mixinStandardHelpOptions = true)
public final class DeadLettersCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "What to do is missing. For example: pulse dead-letters list");
  }
}
