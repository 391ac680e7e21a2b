package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pulse dead-letters show}. */
@Command(
    name = "show",
    description = "Show one refused record, with its bytes and where it came from.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 5;

  @Spec private CommandSpec spec;
  @Mixin private LetterFlags letters;

  @Parameters(paramLabel = "ID", description = "Its id, or as much of it as no other begins with.")
  private String id;

  @Override
  public Integer call() throws IOException {
    List<KeptLetter> found = letters.open().startingWith(id, MOST_NAMED);
    spec.commandLine().getOut().print(LetterPage.of(theOne(found)));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private KeptLetter theOne(List<KeptLetter> found) {
    if (found.size() == 1 || (!found.isEmpty() && found.get(0).letter().getId().equals(id))) {
      return found.get(0);
    }
    throw StoppedException.because(
        ExitCode.WRONG_FLAGS, found.isEmpty() ? unknown() : ambiguous(found));
  }

  private String unknown() {
    return "No dead letter's id begins with \""
        + id
        + "\". To see which there are: pulse dead-letters list";
  }

  private String ambiguous(List<KeptLetter> found) {
    return "More than one dead letter's id begins with \""
        + id
        + "\". Give more of it: "
        + found.stream().map(kept -> kept.letter().getId()).collect(Collectors.joining(", "))
        + (found.size() == MOST_NAMED ? ", ..." : "");
  }
}
