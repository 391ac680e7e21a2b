package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.ReplayFlags;
import io.cloudpulse.pipelines.flags.TrainFlags;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.ParserSpec;
import picocli.CommandLine.Model.UnmatchedArgsBinding;
import picocli.CommandLine.ParseResult;

/** What picocli could not read: told with all else that is wrong, not instead of it. */
public final class ParseProblems {
  private ParseProblems() {}

  /**
   * Lets the commands that move data start in spite of them: they ask for them with {@link #of}.
   */
  public static void gatheredBy(CommandLine top) {
    for (CommandLine command : top.getSubcommands().values()) {
      gatheredBy(command);
      for (CommandSpec mixin : command.getCommandSpec().mixins().values()) {
        if (mixin.userObject() instanceof MoveFlags flags) {
          gather(command.getCommandSpec(), flags::others);
        } else if (mixin.userObject() instanceof ReplayFlags flags) {
          gather(command.getCommandSpec(), flags::others);
        } else if (mixin.userObject() instanceof TrainFlags flags) {
          gather(command.getCommandSpec(), flags::others);
        }
      }
    }
  }

  /** Picocli overlooks a mixin's own {@code @Unmatched}. */
  private static void gather(CommandSpec spec, Consumer<List<String>> flags) {
    CommandSpec unused =
        spec.addUnmatchedArgsBinding(UnmatchedArgsBinding.forStringArrayConsumer(into(flags)));
    // At a flag that is given twice picocli would stop, and leave the others unread.
    ParserSpec unusedToo = spec.parser().collectErrors(true).overwrittenOptionsAllowed(true);
  }

  private static ISetter into(Consumer<List<String>> flags) {
    return new ISetter() {
      @Override
      public <T> T set(T others) {
        flags.accept(others == null ? List.of() : List.of((String[]) others));
        return others;
      }
    };
  }

  static Problems of(CommandSpec spec) {
    Problems problems = new Problems();
    ParseResult parsed = spec.commandLine().getParseResult();
    parsed.errors().forEach(error -> problems.add(error.getMessage()));
    parsed.matchedOptions().stream().distinct().forEach(option -> checkOnce(option, problems));
    return problems;
  }

  private static void checkOnce(OptionSpec option, Problems problems) {
    List<String> given = option.originalStringValues();
    if (!option.isMultiValue() && given.size() > 1) {
      problems.add(
          "%s is given %s: with \"%s\". Keep one of them"
              .formatted(
                  option.longestName(),
                  given.size() == 2 ? "twice" : given.size() + " times",
                  String.join("\" and \"", given)));
    }
  }
}
