package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.Pulse;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** How the command line, run in this JVM, ended, and what it printed. */
public record PulseCommand(int exitCode, String out, String err) {
  public static PulseCommand run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine pulse =
        Pulse.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    int exitCode = pulse.execute(args);
    return new PulseCommand(exitCode, out.toString(), err.toString());
  }
}
