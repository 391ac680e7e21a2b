package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.logs.JsonErrors;
import io.cloudpulse.pipelines.logs.JsonLogs;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How a run lets itself be watched. */
final class SeeingFlags {
  private static final String JSON = "json";
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      description =
          "Serve metrics to Prometheus at http://127.0.0.1:PORT/metrics while the run goes on;"
              + " 0 takes any free port, and says which.")
  private String metrics;

  @Option(
      names = "--logs",
      paramLabel = "text|json",
      defaultValue = "text",
      description =
          "How standard error is written: text, or json, an object a line, libraries' lines too"
              + " (default: ${DEFAULT-VALUE}).")
  private String logs;

  boolean json() {
    return JSON.equals(logs);
  }

  /** First of all: a library that has logged once cannot be told another way. */
  void prepare(CommandLine command) {
    if (json()) {
      JsonLogs.turnOn();
      PrintWriter errors = new JsonErrors(command.getErr(), Clock.systemUTC());
      command.setErr(errors).setColorScheme(Help.defaultColorScheme(Ansi.OFF));
    }
  }

  /** The port of the metrics, if they are wanted. */
  OptionalInt check(Problems problems) {
    if (logs == null || !List.of("text", JSON).contains(logs)) {
      problems.flag("logs", logs, "text or json", JSON);
    }
    if (metrics == null) {
      return OptionalInt.empty();
    }
    if (!metrics.matches("\\d{1,5}") || Integer.parseInt(metrics) > LAST_PORT) {
      problems.flag("metrics", metrics, "a port from 0 to " + LAST_PORT, "9464");
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(metrics));
  }
}
