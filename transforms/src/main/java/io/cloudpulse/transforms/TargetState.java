package io.cloudpulse.transforms;

import java.util.List;

/**
 * What was found where a sink is to write.
 *
 * @param details every difference of one that does not fit, what adds the fields that it lacks or
 *     which of them are left out, or why it could not be looked at
 * @param lacks names of the fields that it has no place for, of one that is used all the same
 */
public record TargetState(Kind kind, List<String> details, List<String> lacks) {
  /** What a run would do about it. */
  public enum Kind {
    /** It is created. */
    MISSING,
    /** It is used as it is. */
    FITS,
    /** The fields that it lacks are added, and it is used. */
    GROWS,
    /** It is used, and the fields that it lacks are left out. */
    LACKS,
    /** The run is refused. */
    UNFIT,
    /** The run fails, unless the system is back by then. */
    UNREACHABLE
  }

  private static final String GAINED =
      "field %s is not there yet: let it be added (--schema=evolve), or left out"
          + " (--schema=ignore)";

  public TargetState {
    details = List.copyOf(details);
    lacks = List.copyOf(lacks);
  }

  public static TargetState missing() {
    return new TargetState(Kind.MISSING, List.of(), List.of());
  }

  /** One that is there; without differences it fits. */
  public static TargetState there(List<String> differences) {
    return new TargetState(differences.isEmpty() ? Kind.FITS : Kind.UNFIT, differences, List.of());
  }

  /**
   * One that fits but for fields that the dataset has gained.
   *
   * @param fields their names
   * @param additions what adds them, in the system's own words
   */
  public static TargetState lacking(
      List<String> fields, List<String> additions, SchemaPolicy policy) {
    return switch (policy) {
      case EVOLVE -> new TargetState(Kind.GROWS, additions, fields);
      case IGNORE ->
          new TargetState(
              Kind.LACKS,
              fields.stream().map(field -> "field " + field + " is not stored").toList(),
              fields);
      case REFUSE ->
          new TargetState(
              Kind.UNFIT,
              fields.stream().map(field -> GAINED.formatted(field)).toList(),
              List.of());
    };
  }

  public static TargetState unreachable(String why) {
    return new TargetState(Kind.UNREACHABLE, List.of(why), List.of());
  }
}
