package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.Windows;
import io.cloudpulse.transforms.activity.ActivityWindows;
import io.cloudpulse.transforms.stocks.PriceWindows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WindowFlagsReaderTest {
  private final Problems problems = new Problems();

  @Test
  void sumsUpEventsUnlessTold() {
    assertThat(read("activity.events"))
        .contains(
            new ActivityWindows(
                0, Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofMinutes(30), 1_000_000));
    assertThat(read("activity.events", "--aggregates=off")).isEmpty();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void takesPricesAsLateAsTheyAreLookedBackOn() {
    assertThat(read("stocks.prices", "--generation=2"))
        .contains(new PriceWindows(2, Duration.ofSeconds(1), Duration.ofDays(371)));
    assertThat(read("stocks.prices", "--allowedLateness=P1D", "--earlyFirings=PT0S"))
        .contains(new PriceWindows(0, Duration.ZERO, Duration.ofDays(1)));
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void computesNothingOfOtherDatasets() {
    assertThat(read("crm.accounts")).isEmpty();
  }

  @Test
  void tellsEveryFlagThatIsWrong() {
    Optional<Windows> unused =
        read("stocks.prices", "--aggregates=yes", "--generation=11", "--allowedLateness=1h");

    assertThat(problems.all())
        .containsExactly(
            "--aggregates was \"yes\", but must be on or off. For example: --aggregates=on",
            "--generation was \"11\", but must be a whole number from 0 to 10."
                + " For example: --generation=0",
            "--allowedLateness was \"1h\", but must be a duration as in ISO 8601 (PT5S, PT30M,"
                + " P1D). For example: --allowedLateness=PT30M");
  }

  @Test
  void refusesADatasetOfThatNameWithOtherFields(@TempDir Path folder) throws Exception {
    Path own = folder.resolve("own.yaml");
    Files.writeString(
        own, "dataset: stocks.prices\nfields:\n  symbol: {type: string}\nkey: [symbol]\n");

    assertThat(read(own.toString(), "--aggregates=off")).isEmpty();
    assertThat(problems.isEmpty()).isTrue();

    Optional<Windows> unused = read(own.toString());

    assertThat(problems.all())
        .containsExactly(
            "--aggregates computes rows of the shipped dataset stocks.prices, but this file of that"
                + " name has other fields. Type --aggregates=off, or give it another name");
  }

  private Optional<Windows> read(String dataset, String... args) {
    WindowFlags flags = CommandLine.populateCommand(new WindowFlags(), args);
    return new WindowFlagsReader(flags, problems).read(Datasets.resolve(dataset));
  }
}
