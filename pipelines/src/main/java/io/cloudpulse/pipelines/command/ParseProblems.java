package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.Problems;
import picocli.CommandLine.Model.CommandSpec;

/** What picocli could not read: told with all else that is wrong, not instead of it. */
final class ParseProblems {
  private ParseProblems() {}

  static Problems of(CommandSpec spec) {
    Problems problems = new Problems();
    spec.commandLine().getParseResult().errors().forEach(error -> problems.add(error.getMessage()));
    return problems;
  }
}
