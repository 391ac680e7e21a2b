package io.cloudpulse.tests.verify;

import io.cloudpulse.pipelines.command.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command as its user would, and keeps what it says. */
final class Commands {
  private Commands() {}

  /** How a command ended, and what it printed: times are T. */
  record Ended(int exitCode, String out, String err) {}

  static Ended run(Object command, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new Failures(() -> false)
            .toldBy(new CommandLine(command))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(args);
    return new Ended(
        exitCode, out.toString().replaceAll("(?m)^time .*$", "time           T"), err.toString());
  }
}
