package io.cloudpulse.pipelines.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.transforms.TargetState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PlanTest {
  /** Nothing listens on port 1. */
  private static final String NOWHERE =
      "--sink=jdbc:postgresql://127.0.0.1:1/pulse?user=me&password=secret://env/PATH";

  private static final String YAML =
      """
      dataset: harbour.calls
      description: Ships that called.
      fields:
        ship: {type: string, aliases: [name, vessel, boat]}
        day: {type: date}
      key: %s
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeAFile() throws Exception {
    file = Files.writeString(folder.resolve("calls.csv"), "ship,day\nAda,2024-01-02\n");
    Files.createDirectories(folder.resolve("direct"));
    Files.writeString(folder.resolve("direct/options"), "--runner=DirectRunner\n");
    Files.copy(
        Path.of("../runners-config/direct/capabilities.yaml"),
        folder.resolve("direct/capabilities.yaml"));
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
  }

  @Test
  void namesTheStepsInOrder() throws Exception {
    List<GraphStep> graph = plan(dataset("[ship, day]")).graph();

    assertThat(graph)
        .extracting(GraphStep::name)
        .containsExactly(
            "Read harbour.calls",
            "Write to postgres:harbour.calls",
            "Gather refused records",
            "Keep refused records",
            "Count what was read");
    assertThat(graph.get(2).after())
        .containsExactly("Write to postgres:harbour.calls/Read, decode, validate and store");
  }

  @Test
  void looksAtNoSinkThatCannotBeReached() throws Exception {
    SinkPlan sink = plan(dataset("[ship, day]")).sinks().get(0);

    assertThat(sink.target()).isEqualTo(TargetState.Kind.UNREACHABLE);
    assertThat(sink.delivery()).startsWith("effectively once");
    assertThat(sink.definition().get(1)).startsWith("create table if not exists \"harbour\"");
  }

  @Test
  void warnsOfAPositionKeyAndOfARunnerForTests() throws Exception {
    String text = PlanText.of(plan(dataset("position")));

    assertThat(text)
        .contains(
            "gives up independence of order and source", "direct: degraded", "not for volume");
  }

  @Test
  void tellsEveryProblemOfTheFilesAndIsRefused() throws Exception {
    Files.writeString(folder.resolve("calls2.csv"), "craft,day\n");
    Files.writeString(folder.resolve("calls3.csv"), "ship,date\n");

    Plan plan = plan(dataset("[ship, day]"), "--source=files:" + folder + "/calls*.csv");

    assertThat(plan.exitCode()).isEqualTo(3);
    assertThat(plan.problems()).hasSize(2);
    assertThat(plan.problems().get(0)).contains("calls2.csv:1: the header lacks ship");
  }

  @Test
  void holdsNoSecret() throws Exception {
    Plan plan = plan(dataset("[ship, day]"));

    for (PlanFormat format : PlanFormat.values()) {
      assertThat(format.write(plan)).doesNotContain(System.getenv("PATH"));
    }
  }

  @Test
  void hashesWhatWouldBeDoneAndNotWhichFilesThereAreToday() throws Exception {
    Path dataset = dataset("[ship, day]");
    String glob = "--source=files:" + folder + "/c*.csv";
    String before = plan(dataset, glob).hash();
    Files.writeString(folder.resolve("calls2.csv"), "ship,day\nBo,2024-01-03\n");

    assertThat(plan(dataset, glob).hash()).isEqualTo(before);
  }

  @Test
  void hashesEachThingThatChangesWhatIsDone() throws Exception {
    Path dataset = dataset("[ship, day]");
    String hash = plan(dataset).hash();

    assertThat(hash).matches("[0-9a-f]{16}");
    assertThat(plan(dataset, "--maxRefused=0.1").hash()).isNotEqualTo(hash);
    assertThat(plan(dataset, "--asOf=2024-01-01").hash()).isNotEqualTo(hash);
    assertThat(plan(dataset, "--unknownColumns=refuse").hash()).isNotEqualTo(hash);
    assertThat(plan(dataset, "--source=files:" + folder + "/*ls.csv").hash()).isNotEqualTo(hash);
    assertThat(plan(dataset, "--sink=jdbc:postgresql://127.0.0.1:1/other").hash())
        .isNotEqualTo(hash);
    assertThat(plan(dataset("content")).hash()).isNotEqualTo(hash);
  }

  /** A map shuffles itself anew in each JVM; the literal was made in another one. */
  @Test
  void writesValuesTheSameInEveryJvm() {
    assertThat(Canonical.text(java.util.Map.of("b", 1, "a", List.of("x", "yz"))))
        .isEqualTo("{1:a=[1:x,2:yz],1:b=1:1}");
  }

  @Test
  void tellsInJsonWhatTheHashCovers() throws Exception {
    String json = PlanFormat.JSON.write(plan(dataset("[ship, day]"), "--maxRefused=0.25"));

    assertThat(json).contains("\"maxRefused\" : \"0.25\"", "\"vessel\"");
  }

  @Test
  void drawsEveryStep() throws Exception {
    String svg = PlanFormat.SVG.write(plan(dataset("[ship, day]")));

    assertThat(svg).startsWith("<svg").contains(">List ranges</text>", "<polyline class=\"flow\"");
  }

  @Test
  void letsARunOfAnotherPlanStopAndSaysBothHashes() throws Exception {
    Move move = move(dataset("[ship, day]"));

    ApprovedPlan.check(move, PlanHash.of(move), "");
    assertThatThrownBy(() -> ApprovedPlan.check(move, "abc", "--x=1"))
        .hasMessageContainingAll("\"abc\"", PlanHash.of(move), "./pulse plan --x=1");
  }

  private Path dataset(String key) throws IOException {
    return Files.writeString(folder.resolve("calls.yaml"), YAML.formatted(key));
  }

  private Plan plan(Path dataset, String... more) {
    return Plan.of(move(dataset, more));
  }

  private Move move(Path dataset, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.add("--dataset=" + dataset);
    args.add("--runner=direct");
    addUnless(args, "--source=", "files:" + file);
    addUnless(args, "--sink=", NOWHERE.substring("--sink=".length()));
    MoveFlags flags = CommandLine.populateCommand(new MoveFlags(), args.toArray(new String[0]));
    return Move.examine(MoveSettingsReader.read(flags, new Problems()), "plan");
  }

  private static void addUnless(List<String> args, String flag, String value) {
    if (args.stream().noneMatch(arg -> arg.startsWith(flag))) {
      args.add(flag + value);
    }
  }
}
