package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** Made as {@code pulse token create} makes it, in a process of its own. */
final class OperatorToken {
  private OperatorToken() {}

  /** Makes one; returns its secret. */
  static String make(Path tokens) throws IOException {
    Path home = Path.of(System.getProperty("pulse.project"), "serving", "target");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                home.resolve("lib") + "/*:" + home.resolve("serving.jar"),
                "io.cloudpulse.serving.access.TokenCommand",
                "create",
                "--name=browser",
                "--role=operator",
                "--tokens=" + tokens)
            .start();
    String secret = process.inputReader().readLine();
    assertThat(process.onExit().join().exitValue()).isZero();
    return secret;
  }
}
