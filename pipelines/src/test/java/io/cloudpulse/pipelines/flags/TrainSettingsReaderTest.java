package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudpulse.transforms.activity.SessionFeatures;
import io.cloudpulse.transforms.activity.VisitFeatures;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainSettingsReaderTest {
  private static final String LEDGER = "--ledger=jdbc:postgresql://db/pulse?user=me";

  @TempDir Path home;

  @BeforeEach
  void nameTheProfiles() {
    System.setProperty(RunnerProfile.FOLDER, "../runners-config");
    System.setProperty("pulse.home", home.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
    System.clearProperty("pulse.home");
  }

  @Test
  void eventsAreSplitByTime() {
    TrainSettings settings =
        read("--dataset=activity.events", "--source=files:a*.csv", "--model=models", LEDGER);

    assertThat(settings.examples().schema())
        .isEqualTo(SessionFeatures.schema(Duration.ofMinutes(30)));
    assertThat(settings.folder().address()).isEqualTo("models/");
    assertThat(settings.split()).isEqualTo(0.8);
    assertThat(settings.testEvery()).isZero();
    assertThat(settings.seed()).isEqualTo(1);
    assertThat(settings.move().sinks()).isEmpty();
    assertThat(settings.move().stream()).isEmpty();
    assertThat(settings.move().runnerArgs()).contains("--runner=FlinkRunner");
  }

  @Test
  void visitsAreSplitByTheirPlace() {
    TrainSettings settings =
        read(
            "--dataset=activity.sessions",
            "--source=files:a*.csv",
            "--model=gs://bucket/models",
            "--testEvery=4",
            "--seed=9",
            LEDGER);

    assertThat(settings.examples().schema()).isEqualTo(VisitFeatures.schema());
    assertThat(settings.folder().address()).isEqualTo("gs://bucket/models/");
    assertThat(settings.split()).isZero();
    assertThat(settings.testEvery()).isEqualTo(4);
    assertThat(settings.seed()).isEqualTo(9);
  }

  @Test
  void tellsEveryMistakeAtOnce() {
    StoppedException refused =
        refused(
            "--dataset=crm.accounts",
            "--source=pubsub://project/subscription",
            "--model=models/*",
            "--testEvery=1",
            "--split=2",
            "--seed=x",
            "--runner=dataflow",
            "--maxRefused=2");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_FLAGS);
    assertThat(refused.getMessage().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "--dataset was \"crm.accounts\", but must be activity.events or"
                            + " activity.sessions. For example: --dataset=activity.events"))
        .anySatisfy(line -> assertThat(line).contains("but must be one that can be read again"))
        .anySatisfy(line -> assertThat(line).contains("--model was \"models/*\""))
        .anySatisfy(line -> assertThat(line).contains("--testEvery was \"1\""))
        .anySatisfy(line -> assertThat(line).contains("--split is for activity.events"))
        .anySatisfy(line -> assertThat(line).contains("--seed was \"x\""))
        .anySatisfy(line -> assertThat(line).contains("--runner was \"dataflow\""))
        .anySatisfy(line -> assertThat(line).contains("--maxRefused was \"2\""));
  }

  @Test
  void eventsNeedATimeBetweenAndSessionsOfASecond() {
    StoppedException refused =
        refused(
            "--dataset=activity.events",
            "--source=files:a.csv",
            "--split=1",
            "--testEvery=5",
            "--sessionGap=PT0.5S",
            LEDGER);

    assertThat(refused)
        .hasMessageContainingAll(
            "--split was \"1\", but must be a fraction between 0 and 1. For example: --split=0.8",
            "--testEvery is for activity.sessions",
            "--sessionGap was \"PT0.5S\"",
            "--model is missing: the folder that the model goes into");
  }

  private static StoppedException refused(String... args) {
    return catchThrowableOfType(StoppedException.class, () -> read(args));
  }

  private static TrainSettings read(String... args) {
    TrainFlags flags = CommandLine.populateCommand(new TrainFlags(), args);
    return TrainSettingsReader.read(flags, new Problems());
  }
}
