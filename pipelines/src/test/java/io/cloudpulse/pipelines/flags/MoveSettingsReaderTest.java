package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    Files.writeString(folder.resolve("flink/streaming"), "--tempLocation=/live\n");
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
    assertThat(settings.source()).isEqualTo(new SourceAddress.Files("a*.csv"));
    assertThat(settings.ledger()).isEqualTo(settings.sinks().get(0));
    assertThat(settings.stream()).isEmpty();
    assertThat(settings.windows()).isEmpty();
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
            "--mode=fast",
            "--ledger=mysql",
            "--runner=storm",
            "--maxRefused=5%",
            "--asOf=yesterday",
            "--unknownColumns=drop",
            "--schema=grow");
    flags.others(List.of("--datset=x", "orders.csv"));

    assertThat(problems(flags))
        .containsSubsequence(
            "Did you mean crm.accounts?",
            "--source was \"data.csv\", but must be files:<glob>, kafka:<topic>, kafka://",
            "--sink was \"mysql\", but must be postgres, elasticsearch, jdbc:postgresql://",
            "--ledger was \"mysql\", but must be postgres or jdbc:postgresql://",
            "--asOf was \"yesterday\", but must be a date or a time after 1970",
            "--mode was \"fast\", but must be batch or streaming",
            "--runner was \"storm\", but must be one of flink, spark, direct, dataflow",
            "--maxRefused was \"5%\", but must be a fraction from 0 to 1",
            "--unknownColumns was \"drop\", but must be ignore or refuse",
            "--schema was \"grow\", but must be evolve, refuse or ignore",
            "--datset=x is no flag of this command nor of the runner. Did you mean --dataset",
            "\"orders.csv\" stands alone");
  }

  @Test
  void tellsEveryProblemOfAStream() {
    MoveFlags flags =
        flags(
            "--dataset=activity.events",
            "--source=kafka://broker:9092/events",
            SINK,
            "--until=noon",
            "--idleAfter=5",
            "--sessionGap=PT0S",
            "--aggregates=some",
            "--exactUsers=many",
            "--startAt=yesterday",
            "--job=my job");

    assertThat(problems(flags))
        .contains(
            "--job was \"my job\", but must be up to 100 letters",
            "--startAt was \"yesterday\", but must be earliest, latest or a time",
            "--until was \"noon\", but must be end",
            "--idleAfter was \"5\", but must be a duration",
            "--aggregates was \"some\", but must be on or off",
            "--sessionGap was \"PT0S\", but must be a duration",
            "--exactUsers was \"many\", but must be a whole number");
  }

  @Test
  void readsATopicAsAStreamUnderANameOfItsOwn() {
    MoveSettings settings =
        read("--dataset=crm.accounts", "--source=kafka://broker:9092/accounts", SINK);
    MoveSettings again =
        read("--dataset=crm.accounts", "--source=kafka://broker:9092/accounts", SINK);

    assertThat(settings.mode()).isEqualTo("streaming");
    assertThat(settings.runnerArgs()).containsExactly("--tempLocation=/live");
    StreamSettings stream = settings.stream().orElseThrow();
    assertThat(stream.job()).startsWith("crm.accounts-").isEqualTo(again.stream().get().job());
    assertThat(stream.startAt()).isEqualTo("earliest");
    assertThat(stream.untilEnd()).isFalse();
    assertThat(stream.outOfOrder()).isEqualTo(Duration.ofSeconds(5));
    assertThat(stream.idleAfter()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void readsATopicAsABatchWhereAsked() {
    MoveSettings settings =
        read("--dataset=crm.accounts", "--source=kafka://b:9092/accounts", "--mode=batch", SINK);

    assertThat(settings.mode()).isEqualTo("batch");
  }

  @Test
  void takesSeveralHostsOfOneClusterAsOneSink() {
    MoveSettings settings =
        read("--dataset=crm.accounts", "--source=files:a", SINK + ",elasticsearch://a:9200,b:9200");

    assertThat(settings.sinks())
        .extracting(SinkAddress::name)
        .containsExactly("postgres", "elasticsearch");
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
