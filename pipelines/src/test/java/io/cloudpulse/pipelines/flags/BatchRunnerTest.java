package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runner whose profile says nothing of streams. */
class BatchRunnerTest {
  private static final String TOPIC = "kafka://broker:9092/accounts";

  @BeforeEach
  void profileARunner(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("spark"));
    Files.writeString(folder.resolve("spark/options"), "--tempLocation=/profile\n");
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
  }

  @Test
  void readsATopicAsABatch() {
    MoveSettings settings = MoveSettingsReader.read(flags(TOPIC, "batch"), new Problems());

    assertThat(settings.mode()).isEqualTo("batch");
    assertThat(settings.runnerArgs()).containsExactly("--tempLocation=/profile");
  }

  @Test
  void readsATopicAsAStreamInRoundsEachOfThemABatch() {
    MoveSettings settings = MoveSettingsReader.read(flags(TOPIC, null), new Problems());

    assertThat(settings.mode()).isEqualTo("streaming");
    assertThat(settings.rounds()).isPresent();
    assertThat(settings.runnerArgs()).containsExactly("--tempLocation=/profile");
  }

  private static MoveFlags flags(String source, String mode) {
    MoveFlags flags = new MoveFlags();
    new picocli.CommandLine(flags)
        .parseArgs(
            "--dataset=crm.accounts",
            "--source=" + source,
            "--sink=jdbc:postgresql://db/pulse?user=me&password=secret://env/PW",
            "--runner=spark");
    flags.mode = mode;
    return flags;
  }
}
