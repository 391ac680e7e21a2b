package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.command.FlagProblems.Flag;
import io.cloudpulse.pipelines.generate.Recipe;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.schemas.file.InvalidDatasetException;
import io.cloudpulse.schemas.file.UnknownDatasetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of {@code pulse generate}: texts, until all have been looked at. */
final class GenerateFlags {
  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "What to generate: a dataset's name, or the path of its file.")
  private String dataset;

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description = "Which of the dataset's layouts to write (default: its first).")
  private String layout;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Records in the file: good, bad and repeated ones together.")
  private String rows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
  private String seed;

  @Option(
      names = "--dirty",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of bad records, each with one fault (default: ${DEFAULT-VALUE}).")
  private String dirty;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of records that repeat an earlier one (default: ${DEFAULT-VALUE}).")
  private String duplicates;

  @Mixin private GenerateOut out;

  /** A recipe, and where to write what it gives. */
  record Settings(Recipe recipe, GenerateOut.Target out, Optional<Path> expected) {}

  /**
   * Checks every flag, then complains once.
   *
   * @param unknown what was given beside the flags
   */
  Settings settings(List<String> unknown, CommandLine command) {
    FlagProblems problems = new FlagProblems();
    unknown.forEach(given -> problems.add(unknown(given, command)));
    Optional<Dataset> found = dataset(problems);
    Optional<Layout> chosen = found.flatMap(known -> layout(known, problems));
    long records = rows(problems);
    long start = seed(problems);
    double bad = share("dirty", dirty, "0.01", problems);
    double repeated = share("duplicates", duplicates, "0.05", problems);
    checkTogether(bad, repeated, problems);
    Optional<GenerateOut.Target> target = out.read(problems);
    problems.throwIfAny(command);
    return new Settings(
        new Recipe(found.orElseThrow(), chosen.orElseThrow(), records, start, bad, repeated),
        target.orElseThrow(),
        out.expected());
  }

  private long rows(FlagProblems problems) {
    String allowed = "a whole number, 1 to " + Recipe.MOST_ROWS;
    return problems
        .read(
            new Flag("rows", rows, allowed, "100000"),
            text -> number(text).filter(n -> n >= 1 && n <= Recipe.MOST_ROWS))
        .orElse(1L);
  }

  private long seed(FlagProblems problems) {
    Flag flag = new Flag("seed", seed, "a whole number", "42");
    return problems.read(flag, GenerateFlags::number).orElse(1L);
  }

  private static void checkTogether(double bad, double repeated, FlagProblems problems) {
    if (bad + repeated > Recipe.MOST_SPECIAL) {
      problems.add(
          "--dirty=%s and --duplicates=%s must be at most %s together. For example: %s"
              .formatted(bad, repeated, Recipe.MOST_SPECIAL, "--dirty=0.01 --duplicates=0.05"));
    }
  }

  private Optional<Dataset> dataset(FlagProblems problems) {
    String allowed = "the name of a dataset (pulse datasets lists them) or the path of its file";
    Flag flag = new Flag("dataset", dataset, allowed, "northwind.orders");
    try {
      return problems.read(flag, text -> Optional.of(Datasets.resolve(text)));
    } catch (InvalidDatasetException | UnknownDatasetException invalid) {
      problems.add(invalid.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Layout> layout(Dataset found, FlagProblems problems) {
    List<Layout> layouts = found.layouts();
    if (layout == null) {
      Predicate<Layout> wide = each -> each.unpivot().isPresent();
      return layouts.stream()
          .filter(wide.negate())
          .findFirst()
          .or(() -> layouts.stream().findFirst());
    }
    String names = layouts.stream().map(Layout::name).collect(Collectors.joining(", "));
    return problems.read(
        new Flag("layout", layout, "one of " + names, layouts.get(0).name()),
        text -> layouts.stream().filter(each -> each.name().equals(text)).findFirst());
  }

  private static double share(String name, String text, String example, FlagProblems problems) {
    Flag flag = new Flag(name, text, "a number from 0 to " + Recipe.MOST_SPECIAL, example);
    return problems
        .read(flag, share -> decimal(share).filter(s -> s >= 0 && s <= Recipe.MOST_SPECIAL))
        .orElse(0.0);
  }

  static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Double> decimal(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static String unknown(String given, CommandLine command) {
    String flags =
        command.getCommandSpec().options().stream()
            .map(option -> option.longestName())
            .collect(Collectors.joining(", "));
    return given + " is no flag of generate: they are " + flags;
  }
}
