package io.cloudpulse.pipelines.preflight;

import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.schemas.file.NearNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Steps that are to run although the runner is said not to be able to.
 *
 * @param names full names of steps or of what they are part of, or the last part of such a name
 */
public record Forced(List<String> names) {
  public Forced {
    names = List.copyOf(names);
  }

  /** Nobody forces anything. */
  public static Forced none() {
    return new Forced(List.of());
  }

  boolean covers(String step) {
    return names.stream().anyMatch(name -> ("/" + step + "/").contains("/" + name + "/"));
  }

  /** Names that no step has are problems. */
  void check(Set<String> steps, Problems problems) {
    Set<String> known = steps.stream().map(Forced::last).collect(Collectors.toSet());
    for (String name : names) {
      if (steps.stream().noneMatch(step -> ("/" + step).endsWith("/" + name))) {
        String near = NearNames.question(name, known);
        problems.add(
            "--force was \"%s\", but no step is called that.%s"
                .formatted(name, near.isEmpty() ? " ./pulse plan shows the steps" : near));
      }
    }
  }

  private static String last(String step) {
    return step.substring(step.lastIndexOf('/') + 1);
  }
}
