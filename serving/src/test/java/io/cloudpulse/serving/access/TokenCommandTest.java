package io.cloudpulse.serving.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TokenCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--tokens=" + folder.resolve("tokens"));
    CommandLine command = TokenCommand.commandLine();
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private Tokens tokens() throws IOException {
    return Tokens.of(folder.resolve("tokens"), Clock.systemUTC());
  }

  @Test
  void makesATokenThatOpens() throws IOException {
    assertThat(run("create", "--name=ci", "--role=operator", "--expires=PT1H")).isZero();

    String secret = out.toString().strip();
    Token token = tokens().find(secret).orElseThrow();
    assertThat(token.name() + " " + token.role()).isEqualTo("ci operator");
    assertThat(
            Duration.between(
                java.time.Instant.parse(token.created()), java.time.Instant.parse(token.expires())))
        .isEqualTo(Duration.ofHours(1));
    assertThat(err.toString())
        .isEqualTo("ci: an operator's token until " + token.expires() + ", shown this once\n");
  }

  @Test
  void listsThemWithoutWhatTheyAre() throws IOException {
    assertThat(run("create", "--name=ann", "--role=reader")).isZero();
    String secret = out.toString().strip();
    out.getBuffer().setLength(0);

    assertThat(run("list")).isZero();

    assertThat(out.toString()).matches("ann +reader +since \\S+Z  until \\S+Z\n");
    Token token = tokens().find(secret).orElseThrow();
    assertThat(out.toString()).doesNotContain(token.hash(), token.salt(), secret);
  }

  @Test
  void takesATokenBack() throws IOException {
    assertThat(run("create", "--name=ann", "--role=reader")).isZero();
    String secret = out.toString().strip();

    assertThat(run("revoke", "ann")).isZero();

    assertThat(tokens().find(secret)).isEmpty();
    assertThat(run("revoke", "ann")).isEqualTo(2);
    assertThat(err.toString()).contains("NAME was ann, but there is no token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b | reader | P1D | --name was \"a b\", but must be 1 to 64 of",
        "ann | writer | P1D | --role was writer, but must be operator or reader: --role=reader",
        "ann | reader | soon | --expires was soon, but must be a duration such as P90D or PT1H",
        "ann | reader | -P1D | --expires was -P1D, but must be a duration such as P90D or PT1H",
      })
  void tellsWhatIsWrong(String name, String role, String expires, String told) {
    assertThat(run("create", "--name=" + name, "--role=" + role, "--expires=" + expires))
        .isEqualTo(2);

    assertThat(err.toString()).contains(told);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void givesOneNameOneToken() {
    assertThat(run("create", "--name=ann", "--role=reader")).isZero();
    assertThat(run("create", "--name=ann", "--role=operator")).isEqualTo(2);
    assertThat(err.toString()).contains("--name was ann, which has a token");
  }
}
