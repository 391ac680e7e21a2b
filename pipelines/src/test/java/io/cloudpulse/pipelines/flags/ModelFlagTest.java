package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudpulse.transforms.likelihood.ModelFolder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ModelFlagTest {
  @BeforeEach
  void nameTheProfiles() {
    System.setProperty(RunnerProfile.FOLDER, "../runners-config");
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
  }

  @Test
  void noneIsAskedUnlessNamed() {
    assertThat(read("--dataset=activity.events").model()).isEmpty();
    assertThat(read("--dataset=activity.events", "--model=models").model())
        .contains(new ModelFolder("models/"));
  }

  @Test
  void tellsWhatDoesNotGoTogetherAllAtOnce() {
    assertThat(
            problems(
                "--dataset=crm.accounts",
                "--model=models[1]",
                "--aggregates=off",
                "--sessionGap=PT0.999S"))
        .contains(
            "--model was \"models[1]\", but a model is asked about sessions of activity.events"
                + " alone, not about crm.accounts",
            "--model was \"models[1]\", but must be a folder, without *, ?, [] or {}. For example:"
                + " --model=models/likelihood",
            "--model tells rows that are computed, but --aggregates=off asks for none",
            "--sessionGap was \"PT0.999S\", but must be PT1S or longer with --model. For example:"
                + " --sessionGap=PT30M");
  }

  @Test
  void aShortGapIsFineWithoutAModel() {
    assertThat(read("--dataset=activity.events", "--sessionGap=PT0.5S").model()).isEmpty();
  }

  @Test
  void workersElsewhereNeedABucket() {
    MoveFlags flags =
        CommandLine.populateCommand(
            new MoveFlags(),
            "--dataset=activity.events",
            "--source=files:gs://bucket/a.csv",
            "--runner=dataflow",
            "--model=models");
    Problems problems = new Problems();

    DataflowCheck.check(flags, false, problems);

    assertThat(problems.all())
        .contains(
            "--model was \"models\", but must be in a bucket, for workers see no file of this"
                + " machine. For example: --model=gs://my-bucket/models");
  }

  private static String problems(String... args) {
    return catchThrowableOfType(StoppedException.class, () -> read(args)).getMessage();
  }

  private static MoveSettings read(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--source=files:a.csv");
    all.add("--sink=jdbc:postgresql://db/pulse?user=me");
    MoveFlags flags = CommandLine.populateCommand(new MoveFlags(), all.toArray(new String[0]));
    return MoveSettingsReader.read(flags, new Problems());
  }
}
