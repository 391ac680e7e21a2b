package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackFlagsTest {
  /** What the tests of {@code pulumi/} say the stack tells. */
  private static final Path OUTPUTS = Path.of("../pulumi/src/test/resources/stack-outputs.json");

  private final MoveFlags flags = new MoveFlags();
  private final Problems problems = new Problems();
  @TempDir Path folder;

  @Test
  void theStackTellsEachFlagAndNoOther() throws Exception {
    JsonNode told = new ObjectMapper().readTree(OUTPUTS.toFile()).path("flags");

    List<String> names = new ArrayList<>();
    told.fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactlyInAnyOrderElementsOf(StackFlags.known());
  }

  @Test
  void givesWhatIsMissing() {
    takeFromStack("dataflow", OUTPUTS);

    assertThat(problems.all()).isEmpty();
    assertThat(flags.sink).startsWith("jdbc:postgresql://10.77.0.3:5432/pulse?user=pulse");
    assertThat(flags.ledger).isEqualTo(flags.sink);
    assertThat(flags.deadLetters)
        .isEqualTo("files:gs://my-project-prod-pulse-prod-refused/refused");
    assertThat(flags.forRunner())
        .containsExactly(
            "--project=my-project-prod",
            "--region=europe-west1",
            "--tempLocation=gs://my-project-prod-pulse-prod-temp/temp",
            "--stagingLocation=gs://my-project-prod-pulse-prod-temp/staging",
            "--serviceAccount=pulse-prod-worker@my-project.iam.gserviceaccount.com",
            "--subnetwork=regions/europe-west1/subnetworks/pulse-prod-subnetwork",
            "--workerMachineType=n2-standard-4",
            "--maxNumWorkers=32",
            "--labels={\"app\":\"cloud-pulse\",\"stack\":\"prod\"}");
  }

  @Test
  void leavesWhatWasGivenAsItIs() {
    flags.sink = "elasticsearch://search:9200";
    flags.others(List.of("--maxNumWorkers=2"));

    takeFromStack("dataflow", OUTPUTS);

    assertThat(flags.sink).isEqualTo("elasticsearch://search:9200");
    assertThat(flags.forRunner().stream().filter(flag -> flag.startsWith("--maxNumWorkers")))
        .containsExactly("--maxNumWorkers=2");
  }

  @Test
  void givesARunnerElsewhereNoFlagsOfGoogle() {
    takeFromStack("flink", OUTPUTS);

    assertThat(flags.sink).startsWith("jdbc:postgresql://10.77.0.3");
    assertThat(flags.forRunner()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"flags\": \"sink\"}"})
  void refusesWhatIsNotTheOutputsOfAStack(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("outputs.json"), text);

    takeFromStack("dataflow", file);

    assertThat(problems.all())
        .containsExactly(
            "--stack-outputs was \""
                + file
                + "\", but must be a file of what pulumi stack output --json prints, with an object"
                + " \"flags\". For example: --stack-outputs=outputs.json");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    takeFromStack("dataflow", folder.resolve("nowhere.json"));

    assertThat(problems.all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"flags\": {\"regoin\": \"x\"}}', but not regoin",
        "'{\"flags\": {\"region\": 5}}', 'where region is a text, not 5'",
        "'{\"flags\": {\"region\": \"\"}}', 'where region is a text, not \"\"'"
      })
  void refusesFlagsThatItDoesNotKnowAndValuesThatAreNoTexts(String text, String why)
      throws IOException {
    takeFromStack("dataflow", Files.writeString(folder.resolve("outputs.json"), text));

    assertThat(problems.all()).singleElement().asString().contains(why, "--stack-outputs=");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("outputs.json"), "{\"flags\": {\"regoin\": \"x\", \"region\": 5}}");

    takeFromStack("dataflow", file);

    assertThat(problems.all()).hasSize(2);
  }

  private void takeFromStack(String runner, Path file) {
    flags.runner = runner;
    flags.stack.file = file.toString();
    var unused = flags.takeFromStack(problems);
  }
}
