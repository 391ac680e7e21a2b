package io.cloudpulse.pipelines.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.flags.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void writesAShippedDataset() {
    Path file = folder.resolve("orders.csv");

    int code =
        generate(
            "--dataset=northwind.shippers", "--rows=100", "--dirty=0.1", "--out=files:" + file);

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(file).exists();
    assertThat(folder.resolve("orders.csv.expected.json")).exists();
    assertThat(out.toString()).contains("100 records (90 good, of which 0 repeated, and 10 bad)");
  }

  @Test
  void saysAllThatIsWrongWithItsFlagsAtOnce() {
    int code =
        generate("--dataset=no.such", "--rows=many", "--seed=x", "--dirty=2", "--colour=red");

    assertThat(code).isEqualTo(ExitCode.WRONG_FLAGS);
    assertThat(err.toString())
        .contains("--colour=red is no flag of generate")
        .contains("no.such")
        .contains("--rows was \"many\", but must be a whole number, 1 to 1000000000")
        .contains("--seed was \"x\", but must be a whole number. For example: --seed=42")
        .contains("--dirty was \"2\", but must be a number from 0 to 0.5")
        .contains("--out is missing: it must be the path of a file to write");
  }

  @Test
  void namesTheLayoutsThereAre() {
    int code =
        generate(
            "--dataset=northwind.shippers",
            "--layout=x",
            "--rows=1",
            "--out=" + folder.resolve("f"));

    assertThat(code).isEqualTo(ExitCode.WRONG_FLAGS);
    assertThat(err.toString()).contains("--layout was \"x\", but must be one of default");
  }

  @Test
  void takesAnImpossibleWishForWrongFlags() {
    int code =
        generate(
            "--dataset=northwind.us_states",
            "--rows=1000",
            "--dirty=0.4",
            "--duplicates=0.2",
            "--out=" + folder.resolve("f"));

    assertThat(code).isEqualTo(ExitCode.WRONG_FLAGS);
    assertThat(err.toString()).contains("must be at most 0.5 together");
  }

  private int generate(String... flags) {
    return new CommandLine(new GenerateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(flags);
  }
}
