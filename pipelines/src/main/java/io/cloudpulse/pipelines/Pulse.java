package io.cloudpulse.pipelines;

import io.cloudpulse.pipelines.command.ArchiveCommand;
import io.cloudpulse.pipelines.command.CommandGroup;
import io.cloudpulse.pipelines.command.DatasetsCommand;
import io.cloudpulse.pipelines.command.DemoCommand;
import io.cloudpulse.pipelines.command.DownCommand;
import io.cloudpulse.pipelines.command.Failures;
import io.cloudpulse.pipelines.command.GenerateCommand;
import io.cloudpulse.pipelines.command.ParseProblems;
import io.cloudpulse.pipelines.command.PlanCommand;
import io.cloudpulse.pipelines.command.RehearseCommand;
import io.cloudpulse.pipelines.command.ReplayCommand;
import io.cloudpulse.pipelines.command.RunCommand;
import io.cloudpulse.pipelines.command.StatusCommand;
import io.cloudpulse.pipelines.command.TrainCommand;
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
          CommandGroup.of("Start here", DemoCommand.class),
          CommandGroup.of(
              "Data",
              RunCommand.class,
              PlanCommand.class,
              VerifyCommand.class,
              DeadLettersCommand.class,
              ArchiveCommand.class,
              DatasetsCommand.class,
              GenerateCommand.class,
              TrainCommand.class),
          CommandGroup.of(
              "Local services",
              UpCommand.class,
              DownCommand.class,
              StatusCommand.class,
              RehearseCommand.class));

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure. PULSE_DEBUG=1 does the same.")
  private boolean verbose;

  private Pulse() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The whole command line, for a program that wants to run it in its own JVM, as tests do. */
  public static CommandLine commandLine() {
    Pulse pulse = new Pulse();
    CommandLine top = CommandGroup.addAll(GROUPS, new CommandLine(pulse));
    CommandLine letters = top.getSubcommands().get("dead-letters");
    CommandLine unused = letters.addSubcommand(ReplayCommand.class);
    ParseProblems.gatheredBy(top);
    return new Failures(() -> pulse.verbose).toldBy(top);
  }
}
