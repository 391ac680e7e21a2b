package io.cloudpulse.schemas.file;

import java.util.List;
import java.util.stream.Collectors;

/** A dataset file that cannot be used. Holds everything that is wrong with it, not the first. */
public final class InvalidDatasetException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final List<Problem> problems;

  InvalidDatasetException(String source, List<Problem> problems) {
    super(
        problems.stream()
            .sorted()
            .map(problem -> source + ":" + problem)
            .collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted().toList();
  }

  /** By line, then by column; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
