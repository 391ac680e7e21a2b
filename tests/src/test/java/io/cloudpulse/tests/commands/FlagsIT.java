package io.cloudpulse.tests.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.PulseCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user with a wrong command line is told: all of it, and what to type. */
class FlagsIT {
  @TempDir Path folder;

  private static final String SOURCES =
      "files:<glob>, kafka:<topic>, kafka://host:port/topic, pubsub://project/subscription,"
          + " postgres, jdbc:postgresql://host:port/database, bigquery://project/dataset or"
          + " archive:<folder>";
  private static final String SINKS =
      "postgres, elasticsearch, jdbc:postgresql://host:port/database, elasticsearch://host:port"
          + " or bigquery://project/dataset";

  @Test
  void tellsEveryMissingFlagAtOnce() {
    PulseCommand ended = PulseCommand.run("run");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines())
        .containsExactly(
            "--dataset is missing: what kind of records to move. For example:"
                + " --dataset=northwind.orders",
            "--source is missing: where the records come from. For example:"
                + " --source=files:data/orders*.csv",
            "--sink is missing: where the records go. For example: --sink=postgres");
  }

  @Test
  void tellsEveryWrongFlagAtOnce() {
    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--dataset=northwind.ordres",
            "--source=orders.csv",
            "--sink=mysql",
            "--mode=quick",
            "--runner=spork",
            "--maxRefused=5",
            "--asOf=yesterday",
            "--unknownColumns=drop",
            "--paralelism=2");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().map(FlagsIT::problem))
        .containsExactly(
            "There is no dataset northwind.ordres. Did you mean northwind.orders or"
                + " northwind.products?",
            "--source was \"orders.csv\", but must be " + SOURCES,
            "--sink was \"mysql\", but must be " + SINKS,
            "--asOf was \"yesterday\", but must be a date or a time after 1970",
            "--mode was \"quick\", but must be batch or streaming",
            "--runner was \"spork\", but must be one of flink, spark, direct, dataflow",
            "--maxRefused was \"5\", but must be a fraction from 0 to 1",
            "--unknownColumns was \"drop\", but must be ignore or refuse",
            "--paralelism=2 is no flag of this command nor of the runner.");
  }

  @Test
  void tellsOfAFlagThatIsGivenTwiceAndOfTheOthers() {
    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--runner=direct",
            "--runner=flink",
            "--dataset=northwind.orders",
            "--source=files:orders.csv",
            "--mode=quick",
            "--mode=quick",
            "--mode=batch");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines())
        .containsExactly(
            "--runner is given twice: with \"direct\" and \"flink\". Keep one of them",
            "--mode is given 3 times: with \"quick\" and \"quick\" and \"batch\". Keep one of"
                + " them",
            "--sink is missing: where the records go. For example: --sink=postgres");
  }

  /** Without the help that ends each line: an example, or the names there are. */
  private static String problem(String line) {
    assertThat(line)
        .containsPattern(
            "(\\. For example: --\\w+=\\w|\\? Shipped datasets: \\w|See: \\./pulse run --help)");
    return line.replaceFirst("(\\. For example: | Shipped datasets: | See: ).*", "");
  }

  @Test
  void repeatsNoPasswordThatStandsInAFlag() {
    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--dataset=northwind.orders",
            "--source=files:orders.csv",
            "--sink=jdbc:postgresql://127.0.0.1/db?user=me&password=open-sesame");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("--sink: a password must not stand in a flag: name it, as in")
        .contains("password=secret://env/PGPASSWORD")
        .doesNotContain("open-sesame");
  }

  @Test
  void takesNoSecondPostgresThatItWouldNotCount() {
    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--dataset=northwind.orders",
            "--source=files:orders.csv",
            "--sink=" + UNUSED + "," + UNUSED);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("--sink names two sinks of one kind, but a run's report counts");
  }

  @Test
  void takesNoPlaceForDeadLettersThatItDoesNotKnow() {
    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--dataset=northwind.orders",
            "--source=files:orders.csv",
            "--sink=" + UNUSED,
            "--deadLetters=mysql");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith("--deadLetters was \"mysql\", but must be ");
  }

  @Test
  void tellsEveryMistakeOfADatasetFileWithItsLine() throws Exception {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        dataset: Mine
        fields:
          id: {type: integer}
          day: {type: date, min: 2024-02-30}
          price: {type: "decimal(3,1)", reqired: true}
        key: [idd]
        """);

    PulseCommand ended =
        PulseCommand.run(
            "run", "--dataset=" + file, "--source=files:orders.csv", "--sink=" + UNUSED);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines())
        .hasSize(5)
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith(file + ":1: dataset was \"Mine\""),
            line -> assertThat(line).startsWith(file + ":3: fields.id.type was \"integer\""),
            line -> assertThat(line).startsWith(file + ":4: fields.day.min was \"2024-02-30\""),
            line ->
                assertThat(line)
                    .isEqualTo(
                        file + ":5: fields.price.reqired is not known. Did you mean required?"),
            line -> assertThat(line).startsWith(file + ":6: key[0] names idd"));
  }

  @Test
  void tellsOfADatasetFileThatIsNotThere() {
    Path file = folder.resolve("nowhere.yaml");

    PulseCommand ended =
        PulseCommand.run(
            "run", "--dataset=" + file, "--source=files:orders.csv", "--sink=" + UNUSED);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains(file.toString()).hasLineCount(1);
  }

  @Test
  void knowsNoOtherCommandThanItsOwn() {
    PulseCommand ended = PulseCommand.run("rnu");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("rnu").contains("run");
  }

  private static final String UNUSED = "jdbc:postgresql://127.0.0.1:1/unused";
}
