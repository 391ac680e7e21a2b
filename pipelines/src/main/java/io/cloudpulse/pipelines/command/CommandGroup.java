package io.cloudpulse.pipelines.command;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Commands that the help shows under one heading, in this order. */
public record CommandGroup(String heading, List<Class<?>> commands) {
  public static CommandGroup of(String heading, Class<?>... commands) {
    return new CommandGroup(heading, List.of(commands));
  }

  /** Gives the top command all of the groups' commands, and a help that keeps the groups apart. */
  public static CommandLine addAll(List<CommandGroup> groups, CommandLine top) {
    groups.stream().flatMap(group -> group.commands.stream()).forEach(top::addSubcommand);
    top.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, help -> list(groups, help));
    return top;
  }

  private static String list(List<CommandGroup> groups, Help top) {
    StringBuilder text = new StringBuilder();
    for (CommandGroup group : groups) {
      text.append(top.createHeading("%n@|bold " + group.heading + "|@%n"));
      text.append(group.table(top));
    }
    return text.toString();
  }

  private String table(Help top) {
    Help.TextTable table = Help.TextTable.forColumns(top.colorScheme(), columns());
    table.setAdjustLineBreaksForWideCJKCharacters(false);
    for (Help command : top.subcommands().values()) {
      if (commands.contains(command.commandSpec().userObject().getClass())) {
        String[] does = command.commandSpec().usageMessage().description();
        table.addRowValues(command.commandSpec().name(), does.length == 0 ? "" : does[0]);
      }
    }
    return table.toString();
  }

  private static Help.Column[] columns() {
    return new Help.Column[] {
      new Help.Column(16, 2, Help.Column.Overflow.SPAN),
      new Help.Column(84, 0, Help.Column.Overflow.WRAP)
    };
  }
}
