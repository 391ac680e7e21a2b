package io.cloudpulse.pipelines.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.preflight.Capabilities;
import io.cloudpulse.pipelines.preflight.Forced;
import io.cloudpulse.pipelines.preflight.Mode;
import io.cloudpulse.pipelines.preflight.Preflight;
import io.cloudpulse.pipelines.preflight.StepVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Our own graphs ask no runner for what it cannot do. */
class OwnGraphsTest {
  private static final String PRICES =
      "Symbol,Date,Open,High,Low,Close,Adj Close,Volume\nAAA,2024-01-02,1,2,1,2,2,100\n";

  @TempDir Path folder;

  @BeforeEach
  void writeAFile() throws Exception {
    Files.writeString(
        folder.resolve("events.jsonl"),
        "{\"user_id\": 1, \"action\": \"view\", \"timestamp\": \"2024-11-25T12:00:00Z\"}\n");
    System.setProperty(RunnerProfile.FOLDER, "../runners-config");
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
  }

  @ParameterizedTest
  @CsvSource({
    "direct, BATCH",
    "direct, STREAMING",
    "flink, BATCH",
    "flink, STREAMING",
    "spark, BATCH",
    "dataflow, BATCH",
    "dataflow, STREAMING"
  })
  void eventsWithTheirWindowsAndAModelCanBeRun(String runner, Mode mode) throws Exception {
    Move move = move(mode, "--model=" + PublishedModel.of("PT30M", folder.resolve("models")));
    Preflight preflight =
        Preflight.of(move.pipeline(), Capabilities.of(runner), mode, Forced.none());

    assertThat(move.problems()).isEmpty();
    assertThat(preflight.problems()).isEmpty();
    assertThat(preflight.verdicts())
        .extracting(StepVerdict::step)
        .contains("Compute activity.predictions/Ask the model");
    assertThat(preflight.verdicts())
        .extracting(verdict -> verdict.requirement().capability().key())
        .contains("element-wise", mode == Mode.STREAMING ? "event-time-timers" : "merging-windows");
  }

  @ParameterizedTest
  @CsvSource({
    "direct, BATCH",
    "direct, STREAMING",
    "flink, BATCH",
    "flink, STREAMING",
    "spark, BATCH",
    "spark, ROUNDS",
    "dataflow, BATCH",
    "dataflow, STREAMING"
  })
  void pricesWithTheirSignalsCanBeRun(String runner, Mode mode) throws Exception {
    Files.writeString(folder.resolve("prices.csv"), PRICES);
    boolean streaming = mode == Mode.STREAMING;
    Move move = move("stocks.prices", "prices.csv", streaming ? "streaming" : "batch");

    Preflight preflight =
        Preflight.of(move.pipeline(), Capabilities.of(runner), mode, Forced.none());

    assertThat(preflight.problems()).isEmpty();
    assertThat(preflight.verdicts())
        .extracting(verdict -> verdict.requirement().words())
        .contains(streaming ? "processing-time timers (timer \"soon\")" : "grouping by key");
  }

  @Test
  void aWatchedFolderWithWindowsIsSaidToKeepThem() {
    assertThat(PlanText.of(Plan.of(move(Mode.STREAMING))))
        .contains("runner         direct: degraded, made for tests")
        .contains("note           degraded: windows of a watched folder stay open");
    assertThat(PlanText.of(Plan.of(move(Mode.BATCH)))).doesNotContain("watched folder");
  }

  /** Forcing is not what is done: the hash stays. */
  @Test
  void forcedStepsAreNoPartOfTheHash() {
    Move move = move(Mode.BATCH);

    assertThat(Plan.of(move.forcing(new Forced(List.of("Gather refused records")))).hash())
        .isEqualTo(Plan.of(move).hash());
  }

  @Test
  void aModelThatDoesNotFitIsToldOfWithAllThatDiffers() throws Exception {
    Path models = PublishedModel.of("PT5M", folder.resolve("models"));

    assertThat(Plan.of(move(Mode.BATCH, "--model=" + models)).problems())
        .singleElement()
        .asString()
        .contains(
            models + "/1-",
            "cannot be used: it was fitted with sessionGap PT5M, not PT30M",
            "./pulse train --dataset=activity.events --source=files:... --model=" + models);
    assertThat(Plan.of(move(Mode.BATCH, "--model=" + folder + "/none")).problems())
        .singleElement()
        .asString()
        .startsWith("There is no model in " + folder + "/none/ yet. Fit one: ./pulse train");
  }

  @Test
  void theModelsFolderIsPartOfTheHashAndTold() throws Exception {
    Path models = PublishedModel.of("PT30M", folder.resolve("models"));
    Plan plan = Plan.of(move(Mode.BATCH, "--model=" + models));

    assertThat(plan.hash()).isNotEqualTo(Plan.of(move(Mode.BATCH)).hash());
    assertThat(plan.source().notes())
        .contains("the model that " + models + "/current names says how likely a purchase is");
  }

  private Move move(Mode mode, String... more) {
    return move("activity.events", "*.jsonl", mode.word(), more);
  }

  private Move move(String dataset, String files, String mode, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.add("--dataset=" + dataset);
    args.add("--runner=direct");
    args.add("--mode=" + mode);
    args.add("--source=files:" + folder + "/" + files);
    args.add("--sink=jdbc:postgresql://127.0.0.1:1/pulse");
    MoveFlags flags = CommandLine.populateCommand(new MoveFlags(), args.toArray(new String[0]));
    return Move.examine(MoveSettingsReader.read(flags, new Problems()), "plan");
  }
}
