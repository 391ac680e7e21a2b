package io.cloudpulse.pipelines.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.transforms.LetterClosing;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse dead-letters list}. */
@Command(
    name = "list",
    description = "List refused records, the newest first, and how many there are of each reason.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  private static final List<String> STATUSES =
      List.of(LetterFilter.OPEN, LetterClosing.REPLAYED, LetterClosing.DISCARDED, "all");

  @Spec private CommandSpec spec;
  @Mixin private LetterFlags letters;

  @Mixin private FilterFlags filters;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      defaultValue = "open",
      description = "open (the default), replayed, discarded or all.")
  private String status;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many to list at most. Default: 50.")
  private int limit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table (the default) or json.")
  private String format;

  @Override
  public Integer call() throws JsonProcessingException {
    LetterBox box = checkedFlags().open();
    List<String> statuses = status.equals("all") ? List.of() : List.of(status);
    LetterFilter filter = filters.filter(statuses, List.of());
    List<KeptLetter> newest = box.newest(filter, limit);
    List<LetterBox.LetterCount> totals = box.totals(filter);
    PrintWriter out = spec.commandLine().getOut();
    out.print(format.equals("json") ? json(newest, totals) : LetterTable.of(newest, totals));
    out.flush();
    return ExitCode.DONE;
  }

  private DeadLetterAddress checkedFlags() {
    Problems problems = new Problems();
    Optional<DeadLetterAddress> address = letters.read(problems);
    if (limit < 0) {
      problems.flag("limit", Integer.toString(limit), "a number from 0", "50");
    }
    if (!List.of("table", "json").contains(format)) {
      problems.flag("format", format, "table or json", "json");
    }
    if (!STATUSES.contains(status)) {
      problems.flag("status", status, "open, replayed, discarded or all", "all");
    }
    problems.stopIfAny();
    return address.orElseThrow();
  }

  private static String json(List<KeptLetter> letters, List<LetterBox.LetterCount> totals)
      throws JsonProcessingException {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("letters", letters.stream().map(LetterView::of).toList());
    page.put("totals", totals);
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
  }
}
