package io.cloudpulse.schemas.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Gathers what is wrong with one file, so that its writer hears it all at once. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Optional<Mark> place, String path, String message) {
    int line = place.map(mark -> mark.getLine() + 1).orElse(1);
    int column = place.map(mark -> mark.getColumn() + 1).orElse(1);
    Problem problem = new Problem(line, column, path, message);
    // Layouts without settings of their own read the file's: one mistake must not be told twice.
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  int count() {
    return found.size();
  }

  void throwIfAny(String source) {
    if (!found.isEmpty()) {
      throw asException(source);
    }
  }

  InvalidDatasetException asException(String source) {
    return new InvalidDatasetException(source, found);
  }
}
