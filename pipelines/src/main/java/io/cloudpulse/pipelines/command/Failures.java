package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * How a command that fails unexpectedly says so: in one line, with the stack trace if asked for.
 *
 * @param verbose asked when something has failed, not before: the flags are parsed by then
 */
public record Failures(BooleanSupplier verbose) {
  /** Wrong flags stay picocli's own: it names them, suggests near names, and exits with 2. */
  public CommandLine toldBy(CommandLine pulse) {
    return pulse
        .setExecutionExceptionHandler(this::tell)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  private int tell(Exception failure, CommandLine command, ParseResult given) {
    PrintWriter err = command.getErr();
    if (failure instanceof StoppedException stopped && !wantsTrace()) {
      err.println(command.getColorScheme().errorText(stopped.getMessage()));
      return stopped.exitCode();
    }
    String line = command.getCommandSpec().qualifiedName() + ": " + message(failure);
    err.println(command.getColorScheme().errorText(line));
    if (wantsTrace()) {
      failure.printStackTrace(err);
    } else {
      err.println("For the stack trace: the same command with --verbose");
    }
    return failure instanceof StoppedException stopped ? stopped.exitCode() : ExitCode.FAILED;
  }

  private boolean wantsTrace() {
    return verbose.getAsBoolean() || "1".equals(System.getenv("PULSE_DEBUG"));
  }

  /** An exception of our own speaks for itself; of any other the name is half of the message. */
  static String message(Throwable failure) {
    boolean ours = failure.getClass().getName().startsWith("io.cloudpulse.");
    return ours ? failure.getMessage() : failure.toString();
  }
}
