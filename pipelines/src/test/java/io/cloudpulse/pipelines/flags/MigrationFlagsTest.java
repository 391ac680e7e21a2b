package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudpulse.transforms.SchemaPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MigrationFlagsTest {
  @TempDir Path folder;

  @BeforeEach
  void profileARunner() throws IOException {
    Files.createDirectories(folder.resolve("flink"));
    Files.writeString(folder.resolve("flink/options"), "");
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
  }

  @Test
  void takesWhatChangedOfATableOnly() {
    String table = "--source=jdbc:postgresql://old/shop";
    String sink = "--sink=jdbc:postgresql://new/shop";
    MoveSettings settings =
        MoveSettingsReader.read(
            flags("--dataset=northwind.orders", table, sink, "--incremental", "--schema=evolve"),
            new Problems());

    assertThat(settings.incremental()).isTrue();
    assertThat(settings.schema()).isEqualTo(SchemaPolicy.EVOLVE);
    assertThat(settings.source().written()).isEqualTo("jdbc:postgresql://old/shop");
    assertThat(settings.stream()).isEmpty();
    assertThat(
            problems(
                flags("--dataset=northwind.orders", "--source=files:a.csv", sink, "--incremental")))
        .contains("--incremental takes what changed in a table, but --source was");
  }

  private static MoveFlags flags(String... args) {
    return CommandLine.populateCommand(new MoveFlags(), args);
  }

  private static String problems(MoveFlags flags) {
    StoppedException stopped =
        catchThrowableOfType(
            StoppedException.class, () -> MoveSettingsReader.read(flags, new Problems()));
    assertThat(stopped.exitCode()).isEqualTo(ExitCode.WRONG_FLAGS);
    return stopped.getMessage();
  }
}
