package io.cloudpulse.pipelines.preflight;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Redistribute;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/**
 * Transforms that runners carry out their own way: what they are made of in the graph is a stand-in
 * that says nothing of what the runner does. A reshuffle's stand-in, for one, groups in windows
 * with a trigger of its own.
 */
final class Wholes {
  private Wholes() {}

  static boolean isOne(PTransform<?, ?> transform) {
    return transform instanceof Read.Bounded<?>
        || transform instanceof Read.Unbounded<?>
        || transform instanceof Combine.PerKey<?, ?, ?>
        || isReshuffle(transform);
  }

  private static boolean isReshuffle(PTransform<?, ?> transform) {
    return transform instanceof Reshuffle<?, ?>
        || transform instanceof Reshuffle.ViaRandomKey<?>
        || transform instanceof Redistribute.RedistributeByKey<?, ?>
        || transform instanceof Redistribute.RedistributeArbitrarily<?>;
  }

  static Set<Requirement> needs(PTransform<?, ?> transform, List<PCollection<?>> inputs) {
    Set<Requirement> needs = new LinkedHashSet<>();
    if (transform instanceof Read.Bounded<?>) {
      needs.add(Requirement.of(Capability.BOUNDED_READ));
    } else if (transform instanceof Read.Unbounded<?> read) {
      String source = read.getSource().getClass().getSimpleName();
      needs.add(new Requirement(Capability.UNBOUNDED_READ, source));
    } else if (transform instanceof Combine.PerKey<?, ?, ?> combine) {
      needs.add(Requirement.of(Capability.COMBINE));
      if (!combine.getSideInputs().isEmpty()) {
        needs.add(Requirement.of(Capability.SIDE_INPUTS));
      }
      inputs.forEach(input -> needs.addAll(WindowNeeds.of(input.getWindowingStrategy())));
    } else {
      needs.add(Requirement.of(Capability.RESHUFFLE));
    }
    return needs;
  }
}
