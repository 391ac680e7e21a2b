package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.UnfitTarget;
import java.util.List;

/** Looks at the targets of several sinks before one of them is changed. */
final class Targets {
  private Targets() {}

  /**
   * Looks; a sink that is alone looks for itself as it is prepared.
   *
   * @throws UnfitTarget if one of them cannot take its records
   */
  static void check(List<Sink> sinks) {
    for (Sink sink : sinks.size() == 1 ? List.<Sink>of() : sinks) {
      TargetState state = sink.inspect();
      if (state.kind() == TargetState.Kind.UNFIT) {
        throw new UnfitTarget(sink.address(), state.details());
      }
    }
  }
}
