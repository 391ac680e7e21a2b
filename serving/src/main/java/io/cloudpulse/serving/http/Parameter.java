package io.cloudpulse.serving.http;

/**
 * Something that a query may say, or that a path must.
 *
 * @param example a value that is allowed
 * @param isRepeatable whether it may be said more than once
 * @param isInPath whether it is a variable of the path
 * @param <T> how a value looks in memory
 */
public record Parameter<T>(
    String name,
    String description,
    Kind<T> kind,
    String example,
    boolean isRepeatable,
    boolean isInPath) {
  /** One that is said at most once. */
  public static <T> Parameter<T> of(String name, String description, Kind<T> kind, String example) {
    return new Parameter<>(name, description, kind, example, false, false);
  }

  /** A variable of the path. */
  public static <T> Parameter<T> inPath(
      String name, String description, Kind<T> kind, String example) {
    return new Parameter<>(name, description, kind, example, false, true);
  }

  /** The same, that may be said more than once. */
  public Parameter<T> repeatable() {
    return new Parameter<>(name, description, kind, example, true, false);
  }
}
