package io.cloudpulse.pipelines;

import io.cloudpulse.pipelines.command.CommandGroup;
import io.cloudpulse.pipelines.command.DatasetsCommand;
import io.cloudpulse.pipelines.command.DownCommand;
import io.cloudpulse.pipelines.command.Failures;
import io.cloudpulse.pipelines.command.GenerateCommand;
import io.cloudpulse.pipelines.command.RunCommand;
import io.cloudpulse.pipelines.command.StatusCommand;
import io.cloudpulse.pipelines.command.UpCommand;
import io.cloudpulse.pipelines.command.VerifyCommand;
import io.cloudpulse.pipelines.deadletters.DeadLettersCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Each command is a class of its own; a new one is a line in {@link #GROUPS}. */
@Command(
    name = "pulse",
    description = "Moves any dataset into any sink: once written, batch or streaming, any runner.",
    commandListHeading = "", // each group has its own
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Flags of a command: pulse COMMAND --help"},
    mixinStandardHelpOptions = true,
    version = "Cloud Pulse 0.1.0")
public final class Pulse {
  private static final List<CommandGroup> GROUPS =
      List.of(
          CommandGroup.of(
              "Data",
              RunCommand.class,
              VerifyCommand.class,
              DeadLettersCommand.class,
              DatasetsCommand.class,
              GenerateCommand.class),
          CommandGroup.of(
              "Local services", UpCommand.class, DownCommand.class, StatusCommand.class));

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure. PULSE_DEBUG=1 does the same.")
  private boolean verbose;

  private Pulse() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    Pulse pulse = new Pulse();
    CommandLine top = CommandGroup.addAll(GROUPS, new CommandLine(pulse));
    return new Failures(() -> pulse.verbose).toldBy(top);
  }
}
