package io.cloudpulse.serving.http;

/**
 * Something that a query may say.
 *
 * @param example a value that is allowed
 * @param isRepeatable whether it may be said more than once
 * @param <T> how a value looks in memory
 */
public record Parameter<T>(
    String name, String description, Kind<T> kind, String example, boolean isRepeatable) {
  /** One that is said at most once. */
  public static <T> Parameter<T> of(String name, String description, Kind<T> kind, String example) {
    return new Parameter<>(name, description, kind, example, false);
  }

  /** The same, that may be said more than once. */
  public Parameter<T> repeatable() {
    return new Parameter<>(name, description, kind, example, true);
  }
}
