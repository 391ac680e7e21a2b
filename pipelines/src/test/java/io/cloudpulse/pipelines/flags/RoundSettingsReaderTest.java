package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RoundSettingsReaderTest {
  private static final SourceAddress FOLDER = new SourceAddress.Files("in/*.csv");

  private final Problems problems = new Problems();

  @Test
  void areAskedForByAFlagAlone() {
    assertThat(live("--rounds")).contains(new RoundSettings(1_000_000, Duration.ofSeconds(5)));
    assertThat(live("--rounds=true", "--roundSize=10", "--roundPause=PT1S"))
        .contains(new RoundSettings(10, Duration.ofSeconds(1)));
    assertThat(live()).isEmpty();
    assertThat(live("--rounds=false", "--runner=direct")).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void areHowAStreamRunsOnSpark() {
    assertThat(live("--runner=spark")).isPresent();
    assertThat(read(null, false, "--runner=spark")).as("a batch").isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void areNotToBeHadWithoutOnSpark() {
    assertThat(live("--runner=spark", "--rounds=false")).isEmpty();
    assertThat(problems.all())
        .singleElement()
        .asString()
        .contains("--rounds was \"false\"", "loses data", "has no timers", "--runner=flink");
  }

  @Test
  void areNotForARunnerElsewhere() {
    var unused = live("--runner=dataflow", "--rounds");
    assertThat(problems.all()).singleElement().asString().contains("--rounds", "goes on without");
  }

  @Test
  void tellsAllThatIsWrong() {
    assertThat(live("--rounds=often", "--roundSize=0", "--roundPause=PT0.05S")).isEmpty();
    assertThat(problems.all())
        .hasSize(3)
        .anySatisfy(text -> assertThat(text).contains("--rounds was \"often\"", "true or false"))
        .anySatisfy(text -> assertThat(text).contains("--roundSize was \"0\"", "from 1 to"))
        .anySatisfy(text -> assertThat(text).contains("--roundPause", "PT0.1S or longer"));
  }

  @Test
  void refusesABatchInRounds() {
    assertThat(read(null, false, "--rounds")).isEmpty();
    assertThat(problems.all()).singleElement().asString().contains("--mode=streaming");
  }

  @Test
  void refusesAWatchedFolder() {
    assertThat(read(FOLDER, true)).isEmpty();
    assertThat(problems.all()).isEmpty();
    var unused = read(FOLDER, true, "--rounds");
    assertThat(problems.all())
        .singleElement()
        .asString()
        .contains("--source was \"files:in/*.csv\"", "reads a topic", "--rounds=false");
  }

  private Optional<RoundSettings> live(String... args) {
    return read(null, true, args);
  }

  private Optional<RoundSettings> read(SourceAddress source, boolean streaming, String... args) {
    MoveFlags flags = CommandLine.populateCommand(new MoveFlags(), args);
    return new RoundSettingsReader(flags, problems).read(source, streaming);
  }
}
