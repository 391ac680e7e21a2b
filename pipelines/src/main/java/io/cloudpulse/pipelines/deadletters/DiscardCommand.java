package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.transforms.LetterClosing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse dead-letters discard}. */
@Command(
    name = "discard",
    description =
        "Close refused records that nobody wants any more; they are kept, but not listed.",
    mixinStandardHelpOptions = true)
final class DiscardCommand implements Callable<Integer> {
  /** How many are closed at once. */
  private static final int PAGE = 5_000;

  @Spec private CommandSpec spec;
  @Mixin private LetterFlags letters;
  @Mixin private FilterFlags filters;

  @Option(names = "--all", description = "All that are open, whatever they are.")
  private boolean all;

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for whoever asks later: dead-letters show tells it.")
  private String because;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Beginnings of ids: only these.")
  private List<String> ids;

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<DeadLetterAddress> place = letters.read(problems);
    LetterFilter filter = filters.filter(List.of(LetterFilter.OPEN), LetterIds.of(ids, problems));
    if (!filter.isNarrow() && !all) {
      problems.add(
          "Which to discard is missing: ids, --dataset, --reason, --run or --step; or --all."
              + " For example: pulse dead-letters discard --reason=type");
    }
    problems.stopIfAny();
    int closed = discard(place.orElseThrow().open(), filter);
    spec.commandLine().getOut().printf("%,d discarded%n", closed);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  /** Page after page: a log that is read from its start each time is read once, for all of it. */
  private int discard(LetterBox box, LetterFilter filter) {
    Instant now = Clock.systemUTC().instant();
    List<KeptLetter> found = box.leastTried(filter, Integer.MAX_VALUE);
    for (int from = 0; from < found.size(); from += PAGE) {
      List<KeptLetter> page = found.subList(from, Math.min(found.size(), from + PAGE));
      box.close("%s-%06d".formatted(name(now), from / PAGE), closings(page, now));
    }
    return found.size();
  }

  private List<LetterClosing> closings(List<KeptLetter> page, Instant now) {
    return page.stream()
        .map(
            kept ->
                new LetterClosing(
                    kept.letter().getId(),
                    LetterClosing.DISCARDED,
                    "",
                    now.truncatedTo(ChronoUnit.MILLIS).toString(),
                    because,
                    kept.letter().getAttempts()))
        .toList();
  }

  /** Sorts by time, as the names of runs do. */
  private static String name(Instant now) {
    return now.toString().replaceAll("[-:.Z]", "").replace('T', '-');
  }
}
