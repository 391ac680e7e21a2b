package io.cloudpulse.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.flags.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CommandsPageTest {
  private static final Path FILE = Path.of("../docs/commands.md");

  /** Of the commands that have a class path of their own: ServingCommandsTest makes it. */
  private static final Path SERVING = Path.of("../serving/src/test/resources/commands.md");

  private final CommandLine pulse = Pulse.commandLine();

  @Test
  void isAsTheCommandsAre() throws Exception {
    String page = CommandsPage.of(pulse) + Files.readString(SERVING);
    if (Boolean.getBoolean("update.goldens")) {
      Files.writeString(FILE, page);
    }

    assertThat(Files.readString(FILE))
        .as("docs/commands.md; to renew it, run this test with -Dupdate.goldens=true")
        .isEqualTo(page);
  }

  @Test
  void holdsEveryFlag() throws Exception {
    String page = Files.readString(FILE);

    for (CommandLine command : pulse.getSubcommands().values()) {
      for (OptionSpec flag : command.getCommandSpec().options()) {
        boolean hidden = command.getCommandSpec().usageMessage().hidden();
        assertThat(hidden || (page + "--help --version").contains(flag.longestName()))
            .as("docs/commands.md has %s", flag.longestName())
            .isTrue();
      }
    }
  }

  @Test
  void holdsEveryExitCode() throws Exception {
    String page = Files.readString(FILE);

    for (var code : ExitCode.class.getFields()) {
      assertThat(page).contains("| " + code.getInt(null) + " |");
    }
  }
}
