package io.cloudpulse.pipelines;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/commands.md} as the commands' own descriptions make it. */
final class CommandsPage {
  private static final String HEAD =
      """
      # Commands

      Flags are written `--name=value`. Every problem of a command line is told at once, with what is allowed and an example.
      Flags that are none of these go to the runner (`--parallelism=4`).
      This page is made from the commands themselves: `CommandsPageTest` says how to renew it.

      | exit code | what it means |
      |---|---|
      | 0 | done |
      | 2 | wrong flags |
      | 3 | plan refused: a header or a table does not fit the dataset, or what would run is not what `--plan` names |
      | 4 | too many records were refused (`--maxRefused`); the others are stored |
      | 5 | the command failed: a server or a disk is missing. What was stored is consistent; run it again |
      | 6 | the report does not balance, or `verify` found a difference |

      `--verbose` (or `PULSE_DEBUG=1`) adds the stack trace of a failure to any command. `NO_COLOR` turns colours off.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private CommandsPage() {}

  static String of(CommandLine top) {
    CommandsPage all = new CommandsPage();
    top.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .forEach(all::command);
    return all.page.toString();
  }

  private void command(CommandSpec spec) {
    page.append("\n## pulse ").append(spec.name()).append("\n\n");
    page.append(String.join(" ", spec.usageMessage().description())).append('\n');
    List<OptionSpec> flags =
        spec.options().stream()
            .filter(flag -> !flag.inherited() && !flag.usageHelp() && !flag.versionHelp())
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .toList();
    if (!flags.isEmpty() || !spec.positionalParameters().isEmpty()) {
      page.append("\n| flag | default | what it says |\n|---|---|---|\n");
      spec.positionalParameters().forEach(each -> row(each.paramLabel(), each));
      flags.forEach(flag -> row(name(flag), flag));
    }
    // A command of commands has none of its own.
    spec.subcommands().values().stream()
        .distinct()
        .forEach(inner -> command(inner.getCommandSpec()));
  }

  private static String name(OptionSpec flag) {
    boolean takesNothing = flag.arity().max() == 0;
    return flag.longestName() + (takesNothing ? "" : "=" + flag.paramLabel());
  }

  private void row(String name, ArgSpec flag) {
    String standard = flag.defaultValue() == null ? "" : flag.defaultValue();
    page.append(
        "| `%s` | %s | %s |\n"
            .formatted(
                name.replace("|", "\\|"),
                standard.isEmpty() || standard.startsWith("${") ? "" : "`" + standard + "`",
                words(flag)));
  }

  /** A default has a column of its own, and an angle bracket is no tag. */
  private static String words(ArgSpec flag) {
    return Arrays.stream(flag.description())
        .collect(Collectors.joining(" "))
        .replace(" (default: " + flag.defaultValue() + ")", "")
        .replace("<", "\\<");
  }
}
