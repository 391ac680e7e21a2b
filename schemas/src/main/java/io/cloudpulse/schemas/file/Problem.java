package io.cloudpulse.schemas.file;

import java.io.Serializable;
import java.util.Comparator;

/**
 * One thing that is wrong in a dataset file.
 *
 * @param line from 1
 * @param column from 1
 * @param path the setting, such as {@code fields.price.type}; empty for the file as a whole
 * @param message goes on from the path, to make a sentence of the two
 */
public record Problem(int line, int column, String path, String message)
    implements Comparable<Problem>, Serializable {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::path)
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }

  /** The line, a colon, and the sentence. */
  @Override
  public String toString() {
    return line + ": " + (path.isEmpty() ? "" : path + " ") + message;
  }
}
