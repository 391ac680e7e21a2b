package io.cloudpulse.pipelines.command;

import picocli.CommandLine.Help.Ansi;

/** Who reads what a command prints: a person at a terminal, or a log. */
final class Terminal {
  private Terminal() {}

  static boolean isThere() {
    return System.console() != null;
  }

  /** False where NO_COLOR is set: picocli heeds it, and CLICOLOR_FORCE too. */
  static boolean showsColours() {
    return Ansi.AUTO.enabled();
  }
}
