package io.cloudpulse.pipelines.flags;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a command line, so that all of it is told at once. */
public final class Problems {
  private final List<String> found = new ArrayList<>();

  /** Words every refusal of a flag alike: which flag, what it was, what it may be, what to type. */
  public void flag(String flag, String was, String allowed, String example) {
    found.add(
        String.format(
            "--%s was \"%s\", but must be %s. For example: --%s=%s",
            flag, was, allowed, flag, example));
  }

  public void missing(String flag, String what, String example) {
    found.add(
        String.format("--%s is missing: %s. For example: --%s=%s", flag, what, flag, example));
  }

  public void add(String problem) {
    found.add(problem);
  }

  /** Each, as it is told. */
  public List<String> all() {
    return List.copyOf(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the command if anything was found.
   *
   * @throws StoppedException with {@link ExitCode#WRONG_FLAGS}
   */
  public void stopIfAny() {
    if (!found.isEmpty()) {
      throw StoppedException.because(ExitCode.WRONG_FLAGS, found);
    }
  }
}
