package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.live.LiveWatcher;
import io.cloudpulse.pipelines.live.ProgressLine;
import io.cloudpulse.pipelines.live.ProgressLog;
import io.cloudpulse.pipelines.live.Watchers;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Who reads what a command prints: a person at a terminal, or a log. */
final class Terminal {
  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // from JDK 22 on, isTerminal says what null said before
  static boolean isThere() {
    Console console = System.console();
    return console != null && saysSoItself(console);
  }

  private static boolean saysSoItself(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  /** False where NO_COLOR is set: picocli heeds it, and CLICOLOR_FORCE too. */
  static boolean showsColours() {
    return Ansi.AUTO.enabled();
  }

  /** How work shows that it goes on: not at all, on a terminal, or in a log. */
  static Watchers progress(boolean quiet, String dataset, PrintWriter err) {
    if (quiet) {
      return Watchers.none();
    }
    LiveWatcher progress =
        isThere() ? new ProgressLine(dataset, showsColours()) : ProgressLog.words(err);
    return new Watchers(Watchers.PERIOD, List.of(progress), Optional.empty());
  }
}
