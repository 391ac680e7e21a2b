package io.cloudpulse.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TemplateMetadataTest {
  private static final Path FILE = Path.of("../runners-config/dataflow/template/metadata.json");

  private final CommandLine run = Pulse.commandLine().getSubcommands().get("run");

  @Test
  void isAsTheFlagsAre() throws Exception {
    String metadata = TemplateMetadata.of(run);
    if (Boolean.getBoolean("update.goldens")) {
      Files.writeString(FILE, metadata);
    }

    assertThat(Files.readString(FILE))
        .as("metadata.json; to renew it, run this test with -Dupdate.goldens=true")
        .isEqualTo(metadata);
  }

  /** Help is what a user sees: nothing of it is missing but what Dataflow gives itself. */
  @Test
  void holdsEveryFlagOfTheHelp() throws Exception {
    List<String> flags = new ArrayList<>(TemplateMetadata.GIVEN);
    new ObjectMapper()
        .readTree(Files.readString(FILE))
        .path("parameters")
        .forEach(parameter -> flags.add("--" + parameter.path("name").asText()));

    List<String> help =
        run.getUsageMessage(CommandLine.Help.Ansi.OFF)
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("(-\\w, )?--\\w+.*"))
            .map(line -> line.replaceFirst("^-\\w, ", "").replaceFirst("[=\\[\\s].*", ""))
            .filter(flag -> !List.of("--help", "--version", "--verbose").contains(flag))
            .toList();
    assertThat(help).hasSizeGreaterThan(20);
    assertThat(flags).containsAll(help);
  }

  @Test
  void asksForNothingButWhatToMove() throws Exception {
    List<String> needed = new ArrayList<>();
    for (JsonNode parameter :
        new ObjectMapper().readTree(Files.readString(FILE)).path("parameters")) {
      if (!parameter.path("isOptional").asBoolean()) {
        needed.add("--" + parameter.path("name").asText());
      }
    }

    assertThat(needed).isEqualTo(TemplateMetadata.REQUIRED);
  }
}
