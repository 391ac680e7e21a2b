package io.cloudpulse.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.serving.access.TokenCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What docs/commands.md says of the commands of this module, made of the commands themselves. */
class ServingCommandsTest {
  private static final Path FILE = Path.of("src/test/resources/commands.md");

  private final StringBuilder page = new StringBuilder();

  @Test
  void areAsThePageSays() throws IOException {
    command("pulse serve", new CommandLine(new Serve()).getCommandSpec());
    command("pulse token", TokenCommand.commandLine().getCommandSpec());
    if (Boolean.getBoolean("update.goldens")) {
      Files.writeString(FILE, page);
    }

    assertThat(Files.readString(FILE))
        .as(
            "%s; to renew it, run this test with -Dupdate.goldens=true, then CommandsPageTest",
            FILE)
        .isEqualTo(page.toString());
  }

  private void command(String name, CommandSpec spec) {
    page.append("\n## ").append(name).append("\n\n");
    page.append(String.join(" ", spec.usageMessage().description())).append('\n');
    List<OptionSpec> flags =
        spec.options().stream()
            .filter(flag -> !flag.usageHelp() && !flag.versionHelp())
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .toList();
    if (!flags.isEmpty()) {
      page.append("\n| flag | default | what it says |\n|---|---|---|\n");
      spec.positionalParameters().forEach(word -> row(word.paramLabel(), word));
      flags.forEach(flag -> row(flag.longestName() + "=" + flag.paramLabel(), flag));
    }
    spec.subcommands().forEach((inner, line) -> command(name + " " + inner, line.getCommandSpec()));
  }

  private void row(String name, ArgSpec flag) {
    String standard = flag.defaultValue() == null ? "" : "`" + flag.defaultValue() + "`";
    String words =
        String.join(" ", flag.description()).replace(" (default: " + flag.defaultValue() + ")", "");
    page.append("| `%s` | %s | %s |\n".formatted(name.replace("|", "\\|"), standard, words));
  }
}
