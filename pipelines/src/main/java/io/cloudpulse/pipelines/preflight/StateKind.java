package io.cloudpulse.pipelines.preflight;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.transforms.Combine;

/** Which kind of state a declaration is of. */
final class StateKind implements StateSpec.Cases<Capability> {
  @Override
  public Capability dispatchValue(Coder<?> value) {
    return Capability.VALUE_STATE;
  }

  @Override
  public Capability dispatchBag(Coder<?> element) {
    return Capability.BAG_STATE;
  }

  @Override
  public Capability dispatchOrderedList(Coder<?> element) {
    return Capability.ORDERED_LIST_STATE;
  }

  @Override
  public Capability dispatchCombining(Combine.CombineFn<?, ?, ?> fn, Coder<?> accumulator) {
    return Capability.COMBINING_STATE;
  }

  @Override
  public Capability dispatchMap(Coder<?> key, Coder<?> value) {
    return Capability.MAP_STATE;
  }

  @Override
  public Capability dispatchSet(Coder<?> element) {
    return Capability.SET_STATE;
  }

  @Override
  public Capability dispatchMultimap(Coder<?> key, Coder<?> value) {
    return Capability.MULTIMAP_STATE;
  }
}
