package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.transforms.SchemaPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MigrationFlagsTest {
  private static final String TABLE = "--source=jdbc:postgresql://old/shop";

  @TempDir Path folder;

  @BeforeEach
  void profileARunner() throws Exception {
    Files.createDirectories(folder.resolve("flink"));
    Files.writeString(folder.resolve("flink/options"), "");
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
  }

  @Test
  void takesWhatChangedOfATable() {
    MoveSettings settings = read(TABLE, "--incremental", "--schema=evolve");

    assertThat(settings.incremental()).isTrue();
    assertThat(settings.schema()).isEqualTo(SchemaPolicy.EVOLVE);
    assertThat(settings.source().written()).isEqualTo("jdbc:postgresql://old/shop");
    assertThat(settings.stream()).isEmpty();
  }

  @Test
  void takesWhatChangedOfNothingElse() {
    assertThatThrownBy(() -> read("--source=files:a.csv", "--incremental"))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("--incremental takes what changed in a table, but --source was");
  }

  private static MoveSettings read(String... args) {
    MoveFlags flags = CommandLine.populateCommand(new MoveFlags(), args);
    flags.dataset = "northwind.orders";
    flags.sink = "jdbc:postgresql://new/shop";
    return MoveSettingsReader.read(flags, new Problems());
  }
}
