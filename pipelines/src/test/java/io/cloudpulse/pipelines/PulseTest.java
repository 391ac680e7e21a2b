package io.cloudpulse.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PulseTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine pulse =
      Pulse.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @TempDir Path home;

  @Test
  void listsItsCommandsInGroups() {
    assertThat(pulse.execute("--help")).isZero();

    assertThat(out.toString())
        .containsSubsequence("Local services", "up ", "down ", "status ", "pulse COMMAND --help");
  }

  @Test
  void exitsWith2OnAWrongFlagAndSuggestsTheRightOne() {
    assertThat(pulse.execute("up", "--prot=1")).isEqualTo(2);

    assertThat(err.toString()).contains("Unknown option: '--prot=1'", "--port");
  }

  @Test
  void exitsWith5AndOneLineOnAFailure() throws Exception {
    Path file = Files.createFile(home.resolve("file"));

    assertThat(pulse.execute("up", "--home=" + file)).isEqualTo(5);

    assertThat(err.toString()).contains("pulse up: Failed in " + file, "--verbose");
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void showsTheStackTraceOnRequest() throws Exception {
    Path file = Files.createFile(home.resolve("file"));

    assertThat(pulse.execute("up", "--verbose", "--home=" + file)).isEqualTo(5);

    assertThat(err.toString()).contains("\tat io.cloudpulse.pipelines.local.");
  }

  @Test
  void refusesAServiceThatThereIsNot() {
    assertThat(pulse.execute("up", "--services=kafka,elastic")).isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "--services was \"kafka,elastic\", but must be one or more of postgres, kafka,"
                + " elasticsearch. For example: --services=postgres,kafka");
  }

  @Test
  void refusesOnePortForSeveralServices() {
    assertThat(pulse.execute("up", "--port=5433")).isEqualTo(2);

    assertThat(err.toString()).contains("For example: --services=postgres --port=5433");
  }

  @Test
  void saysHowToStartWhatDoesNotRun() {
    assertThat(pulse.execute("status", "--home=" + home)).isZero();

    assertThat(out.toString()).contains("postgres is not running. To start it: pulse up");
  }
}
