package io.cloudpulse.transforms;

import java.util.List;

/** A sink's target exists, but cannot take the dataset's records. Says every difference at once. */
public final class UnfitTarget extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnfitTarget(String target, List<String> differences) {
    super(
        target
            + " does not fit the dataset; nothing was changed:\n  - "
            + String.join("\n  - ", differences)
            + "\nChange it, or move it out of the way and let it be created.");
  }
}
