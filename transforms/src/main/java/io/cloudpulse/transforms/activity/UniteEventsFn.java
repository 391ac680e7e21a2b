package io.cloudpulse.transforms.activity;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/**
 * The union of sets. Idempotent, commutative and associative, so that a runner may combine before
 * and after a shuffle, retry and fire as often as it likes.
 */
final class UniteEventsFn extends CombineFn<TupleSet, TupleSet, TupleSet> {
  private static final long serialVersionUID = 1;

  /** Microsecond, content, amount. */
  static final int WIDTH = 3;

  static final Coder<TupleSet> CODER = TupleSetCoder.of(WIDTH);

  private final int width;

  UniteEventsFn() {
    this(WIDTH);
  }

  /** Of tuples that have more columns. */
  UniteEventsFn(int width) {
    this.width = width;
  }

  @Override
  public TupleSet createAccumulator() {
    return new TupleSet(width);
  }

  @Override
  public TupleSet addInput(TupleSet all, TupleSet event) {
    all.addAll(event);
    return all;
  }

  @Override
  public TupleSet mergeAccumulators(Iterable<TupleSet> sets) {
    TupleSet all = createAccumulator();
    sets.forEach(all::addAll);
    return all;
  }

  @Override
  public TupleSet extractOutput(TupleSet all) {
    return all.copy(); // the window may go on, and its next pane adds to what it keeps
  }

  @Override
  public Coder<TupleSet> getAccumulatorCoder(CoderRegistry registry, Coder<TupleSet> input) {
    return TupleSetCoder.of(width);
  }

  @Override
  public Coder<TupleSet> getDefaultOutputCoder(CoderRegistry registry, Coder<TupleSet> input) {
    return TupleSetCoder.of(width);
  }
}
