package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MoveSettingsReaderTest {
  private static final String SINK =
      "--sink=jdbc:postgresql://db/pulse?user=me&password=secret://env/PW";

  @TempDir Path folder;

  @BeforeEach
  void profileARunner() throws Exception {
    Files.createDirectories(folder.resolve("flink"));
    Files.writeString(folder.resolve("flink/options"), "# why\n--tempLocation=/profile\n\n");
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
    System.setProperty("pulse.home", folder.resolve("home").toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
    System.clearProperty("pulse.home");
  }

  @Test
  void readsWhatIsLeftOutAsItsDefault() {
    MoveSettings settings = read("--dataset=crm.accounts", "--source=files:a*.csv", SINK);

    assertThat(settings.dataset().name()).isEqualTo("crm.accounts");
    assertThat(settings.source()).isEqualTo("files:a*.csv");
    assertThat(settings.mode()).isEqualTo("batch");
    assertThat(settings.runner().name()).isEqualTo("flink");
    assertThat(settings.runnerArgs()).containsExactly("--tempLocation=/profile");
    assertThat(settings.maxRefused()).isEqualTo(0.05);
    assertThat(settings.asOf()).isEmpty();
    assertThat(settings.deadLetters()).isEmpty();
    assertThat(settings.refuseUnknownColumns()).isFalse();
  }

  @Test
  void readsEveryFlag() {
    MoveSettings settings =
        read(
            "--dataset=crm.accounts",
            "--source=files:a*.csv",
            SINK,
            "--mode=batch",
            "--runner=flink",
            "--maxRefused=0.5",
            "--asOf=2024-03-15",
            "--unknownColumns=refuse");

    assertThat(settings.maxRefused()).isEqualTo(0.5);
    assertThat(settings.asOf()).contains(Instant.parse("2024-03-15T00:00:00Z"));
    assertThat(settings.refuseUnknownColumns()).isTrue();
    assertThat(settings.sinks())
        .singleElement()
        .satisfies(
            sink -> assertThat(sink.written()).isEqualTo(SINK.substring("--sink=".length())));
  }

  @Test
  void addsTheUsersRunnerFlagsAfterTheProfiles() {
    MoveFlags flags = flags("--dataset=crm.accounts", "--source=files:a.csv", SINK);
    flags.others(List.of("--jobName=mine"));

    assertThat(MoveSettingsReader.read(flags, new Problems()).runnerArgs())
        .containsExactly("--tempLocation=/profile", "--jobName=mine");
  }

  @Test
  void tellsEveryProblemAtOnceWithWhatToType() {
    MoveFlags flags =
        flags(
            "--dataset=crm.acounts",
            "--source=data.csv",
            "--sink=mysql",
            "--mode=streaming",
            "--runner=storm",
            "--maxRefused=5%",
            "--asOf=yesterday",
            "--unknownColumns=drop");
    flags.others(List.of("--datset=x", "orders.csv"));

    assertThat(problems(flags))
        .containsSubsequence(
            "Did you mean crm.accounts?",
            "--source was \"data.csv\", but must be files:<glob>. For example: --source=",
            "--sink was \"mysql\", but must be postgres or jdbc:postgresql://",
            "--mode was \"streaming\", but must be batch",
            "--runner was \"storm\", but must be one of flink, direct",
            "--maxRefused was \"5%\", but must be a fraction from 0 to 1",
            "--asOf was \"yesterday\", but must be a date or a time after 1970",
            "--unknownColumns was \"drop\", but must be ignore or refuse",
            "--datset=x is no flag of this command nor of the runner. Did you mean --dataset",
            "\"orders.csv\" stands alone");
  }

  @Test
  void tellsWhatIsMissing() {
    assertThat(problems(flags()))
        .contains("--dataset is missing", "--source is missing", "--sink is missing");
  }

  @Test
  void tellsProblemsThatWereKnownBefore() {
    Problems known = new Problems();
    known.add("--report is odd");

    assertThatThrownBy(() -> MoveSettingsReader.read(flags("--dataset=crm.accounts", SINK), known))
        .hasMessageContainingAll("--report is odd", "--source is missing");
  }

  @Test
  void refusesAPasswordInAFlagWithoutRepeatingIt() {
    MoveFlags flags =
        flags(
            "--dataset=crm.accounts",
            "--source=files:a.csv",
            "--sink=jdbc:postgresql://db/pulse?user=me&password=hunter2");

    assertThat(problems(flags))
        .contains("a password must not stand in a flag")
        .doesNotContain("hunter2");
  }

  @Test
  void letsTheLocalServerBeDownUntilSomethingNeedsIt() {
    MoveSettings settings =
        read("--dataset=crm.accounts", "--source=files:a.csv", "--sink=postgres");

    assertThat(settings.sinks().get(0).trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("not running", "./pulse up"));
  }

  private static MoveSettings read(String... args) {
    return MoveSettingsReader.read(flags(args), new Problems());
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
