package io.cloudpulse.transforms;

import java.util.List;

/**
 * What was found where a sink is to write.
 *
 * @param details every difference of one that does not fit, or why it could not be looked at
 */
public record TargetState(Kind kind, List<String> details) {
  /** What a run would do about it. */
  public enum Kind {
    /** It is created. */
    MISSING,
    /** It is used as it is. */
    FITS,
    /** The run is refused. */
    UNFIT,
    /** The run fails, unless the system is back by then. */
    UNREACHABLE
  }

  public TargetState {
    details = List.copyOf(details);
  }

  public static TargetState missing() {
    return new TargetState(Kind.MISSING, List.of());
  }

  /** One that is there; without differences it fits. */
  public static TargetState there(List<String> differences) {
    return new TargetState(differences.isEmpty() ? Kind.FITS : Kind.UNFIT, differences);
  }

  public static TargetState unreachable(String why) {
    return new TargetState(Kind.UNREACHABLE, List.of(why));
  }
}
