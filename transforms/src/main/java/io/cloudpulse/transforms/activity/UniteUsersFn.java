package io.cloudpulse.transforms.activity;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

/** Counts distinct users by the union of sets, as idempotent as {@link UniteEventsFn}. */
final class UniteUsersFn extends CombineFn<Long, UserSet, ActiveCount> {
  private static final long serialVersionUID = 1;

  private final int exactUsers;

  UniteUsersFn(int exactUsers) {
    this.exactUsers = exactUsers;
  }

  @Override
  public UserSet createAccumulator() {
    return new UserSet(exactUsers);
  }

  @Override
  public UserSet addInput(UserSet all, Long user) {
    all.add(user);
    return all;
  }

  @Override
  public UserSet mergeAccumulators(Iterable<UserSet> sets) {
    UserSet all = createAccumulator();
    sets.forEach(all::addAll);
    return all;
  }

  @Override
  public ActiveCount extractOutput(UserSet all) {
    return all.count();
  }

  @Override
  public Coder<UserSet> getAccumulatorCoder(CoderRegistry registry, Coder<Long> input) {
    return UserSetCoder.of(exactUsers);
  }

  @Override
  public Coder<ActiveCount> getDefaultOutputCoder(CoderRegistry registry, Coder<Long> input) {
    return new ActiveCount.Coder();
  }
}
