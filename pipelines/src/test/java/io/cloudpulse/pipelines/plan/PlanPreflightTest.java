package io.cloudpulse.pipelines.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.MoveSettingsReader;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.live.Watchers;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.MoveRun;
import io.cloudpulse.pipelines.preflight.Forced;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A plan on a runner that cannot do the simplest thing. */
class PlanPreflightTest {
  private static final List<String> ALL =
      List.of(
          "Read harbour.calls",
          "Write to postgres:harbour.calls",
          "Gather refused records",
          "Keep refused records",
          "Count what was read");

  private static final String SAID = " needs element-wise work: it is broken. Mend it";

  @TempDir Path folder;

  @BeforeEach
  void breakTheRunner() throws Exception {
    Files.writeString(folder.resolve("calls.csv"), "ship,day\nAda,2024-01-02\n");
    Files.writeString(
        folder.resolve("calls.yaml"),
        "dataset: harbour.calls\n"
            + "description: Ships that called.\n"
            + "fields:\n  ship: {type: string}\n  day: {type: date}\n"
            + "key: [ship, day]\n");
    Files.createDirectories(folder.resolve("direct"));
    Files.writeString(folder.resolve("direct/options"), "--runner=DirectRunner\n");
    String said = Files.readString(Path.of("../runners-config/direct/capabilities.yaml"));
    String broken =
        "element-wise: {batch: {level: refused, reason: it is broken, advice: Mend it},";
    Files.writeString(
        folder.resolve("direct/capabilities.yaml"),
        said.replace("element-wise: {batch: ok,", broken));
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunnerProfile.FOLDER);
  }

  @Test
  void refusesEachStepWithItsReasonInEveryFormat() {
    Plan plan = Plan.of(move());

    assertThat(plan.exitCode()).isEqualTo(3);
    assertThat(plan.problems())
        .contains(
            "direct, batch: Gather refused records"
                + SAID
                + ". To run it all the same: --force='Gather refused records'")
        .hasSize(plan.verdicts().size());
    assertThat(PlanText.of(plan)).contains("\nrefused        Gather refused records" + SAID + "\n");
    assertThat(PlanFormat.SVG.write(plan))
        .contains("<rect class=\"step refused\"", "<title>refused: Gather refused records" + SAID);
    assertThat(PlanFormat.JSON.write(plan))
        .contains("\"step\" : \"Gather refused records\"", "\"level\" : \"REFUSED\"");
  }

  @Test
  void showsWhatIsForcedAndLetsItThrough() {
    Plan plan = Plan.of(move().forcing(new Forced(ALL)));

    assertThat(plan.exitCode()).isZero();
    assertThat(PlanText.of(plan)).contains("\nforced         Gather refused records" + SAID + "\n");
    assertThat(plan.hash()).isEqualTo(Plan.of(move()).hash());
  }

  @Test
  void forcesNoStepThatIsNotThere() {
    Move move = move().forcing(new Forced(List.of("Gather refused record")));

    assertThatThrownBy(() -> Plan.of(move))
        .hasMessage(
            "--force was \"Gather refused record\", but no step is called that."
                + " Did you mean Gather refused records or Keep refused records?");
  }

  @Test
  void aRunIsRefusedForTheSameBeforeAnythingIsLookedAt() {
    Move move = move();

    assertThatThrownBy(() -> new MoveRun(move, "", Watchers.none()).run())
        .isInstanceOfSatisfying(
            StoppedException.class, stopped -> assertThat(stopped.exitCode()).isEqualTo(3))
        .hasMessage(String.join("\n", Plan.of(move).problems()));
  }

  private Move move() {
    MoveFlags flags =
        CommandLine.populateCommand(
            new MoveFlags(),
            "--dataset=" + folder.resolve("calls.yaml"),
            "--runner=direct",
            "--source=files:" + folder.resolve("calls.csv"),
            "--sink=jdbc:postgresql://127.0.0.1:1/pulse");
    return Move.examine(MoveSettingsReader.read(flags, new Problems()), "plan");
  }
}
