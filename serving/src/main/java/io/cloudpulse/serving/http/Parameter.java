package io.cloudpulse.serving.http;

/**
 * Something that a query or a header may say, or that a path must.
 *
 * @param example a value that is allowed
 * @param isRepeatable whether it may be said more than once
 * @param isRequired whether a request without it is refused
 * @param place where it is said
 * @param <T> how a value looks in memory
 */
public record Parameter<T>(
    String name,
    String description,
    Kind<T> kind,
    String example,
    boolean isRepeatable,
    boolean isRequired,
    Place place) {
  /** Where a request says something. */
  public enum Place {
    QUERY,
    /** A variable of the path. */
    PATH,
    HEADER
  }

  /** One that a query says at most once. */
  public static <T> Parameter<T> of(String name, String description, Kind<T> kind, String example) {
    return new Parameter<>(name, description, kind, example, false, false, Place.QUERY);
  }

  /** A variable of the path. */
  public static <T> Parameter<T> inPath(
      String name, String description, Kind<T> kind, String example) {
    return new Parameter<>(name, description, kind, example, false, true, Place.PATH);
  }

  /** A header. */
  public static <T> Parameter<T> inHeader(
      String name, String description, Kind<T> kind, String example) {
    return new Parameter<>(name, description, kind, example, false, false, Place.HEADER);
  }

  /** The same, that a query may say more than once. */
  public Parameter<T> repeatable() {
    return new Parameter<>(name, description, kind, example, true, isRequired, place);
  }

  /** The same, that must be said. */
  public Parameter<T> required() {
    return new Parameter<>(name, description, kind, example, isRepeatable, true, place);
  }
}
