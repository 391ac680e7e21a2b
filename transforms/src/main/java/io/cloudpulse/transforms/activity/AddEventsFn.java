package io.cloudpulse.transforms.activity;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Adds up events that {@link KeepDistinctEvents} let through: each comes once. */
final class AddEventsFn extends CombineFn<TupleSet, EventTotals, EventTotals> {
  private static final long serialVersionUID = 1;
  private static final EventTotals.Coder CODER = new EventTotals.Coder();

  @Override
  public EventTotals createAccumulator() {
    return EventTotals.NONE;
  }

  @Override
  public EventTotals addInput(EventTotals all, TupleSet event) {
    return all.plus(EventTotals.of(event));
  }

  @Override
  public EventTotals mergeAccumulators(Iterable<EventTotals> parts) {
    EventTotals all = createAccumulator();
    for (EventTotals part : parts) {
      all = all.plus(part);
    }
    return all;
  }

  @Override
  public EventTotals extractOutput(EventTotals all) {
    return all;
  }

  @Override
  public Coder<EventTotals> getAccumulatorCoder(CoderRegistry registry, Coder<TupleSet> input) {
    return CODER;
  }

  @Override
  public Coder<EventTotals> getDefaultOutputCoder(CoderRegistry registry, Coder<TupleSet> input) {
    return CODER;
  }
}
