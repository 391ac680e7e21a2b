package io.cloudpulse.pipelines.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Gathers what is wrong with flags, so that a person corrects them all in one go. */
final class FlagProblems {
  private final List<String> problems = new ArrayList<>();

  void add(String problem) {
    problems.add(problem);
  }

  /** Says the flag, the value it had, what it may be, and what to type. */
  void refuse(String flag, String was, String allowed, String example) {
    String given = was == null ? " is missing: it must be " : " was \"" + was + "\", but must be ";
    add("--" + flag + given + allowed + ". For example: --" + flag + "=" + example);
  }

  /** What the flag's text means; a text without a meaning becomes a problem, and is empty. */
  <T> Optional<T> read(Flag flag, Function<String, Optional<T>> meaning) {
    Optional<T> value = Optional.ofNullable(flag.text()).flatMap(meaning);
    if (value.isEmpty()) {
      refuse(flag.name(), flag.text(), flag.allowed(), flag.example());
    }
    return value;
  }

  /**
   * A flag as it was given.
   *
   * @param text null if it was not given
   */
  record Flag(String name, String text, String allowed, String example) {}

  /** Ends the command with all problems, a line each, unless there are none. */
  void throwIfAny(CommandLine command) {
    if (!problems.isEmpty()) {
      throw new ParameterException(command, String.join(System.lineSeparator(), problems));
    }
  }
}
