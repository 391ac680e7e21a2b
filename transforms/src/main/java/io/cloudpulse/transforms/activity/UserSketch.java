package io.cloudpulse.transforms.activity;

import com.google.protos.zetasketch.Aggregator.AggregatorStateProto;
import com.google.protos.zetasketch.HllplusUnique;
import com.google.zetasketch.HyperLogLogPlusPlus;
import com.google.zetasketch.shaded.com.google.protobuf.ByteString;

/**
 * About how many users there are, in 32 KiB: HyperLogLog++ (Heule, Nunkesser, Hall 2013) of
 * precision 15, whose standard error is 1.04 / sqrt(2^15) = 0.6 %. Its state is the highest rank
 * seen in each of 32,768 registers: a function of the set of users, as is all that is asked of it.
 * It never takes its sparse form, which depends on how the users came.
 */
final class UserSketch {
  private static final int PRECISION = 15;

  private final HyperLogLogPlusPlus<Long> registers;

  private UserSketch(HyperLogLogPlusPlus<Long> registers) {
    this.registers = registers;
  }

  static UserSketch empty() {
    return new UserSketch(
        new HyperLogLogPlusPlus.Builder()
            .normalPrecision(PRECISION)
            .noSparseMode()
            .buildForLongs());
  }

  /** What {@link #bytes} gave. */
  @SuppressWarnings("unchecked") // the type of what was counted is not in its bytes
  static UserSketch of(byte[] bytes) {
    return new UserSketch((HyperLogLogPlusPlus<Long>) HyperLogLogPlusPlus.forProto(bytes));
  }

  void add(long user) {
    registers.add(user);
  }

  void addAll(UserSketch other) {
    registers.merge(other.registers);
  }

  long estimate() {
    return registers.longResult();
  }

  /** Grows with each change, and with nothing else. */
  long sumOfRanks() {
    long sum = 0;
    ByteString ranks =
        registers
            .serializeToProto()
            .getExtension(HllplusUnique.hyperloglogplusUniqueState)
            .getData();
    for (int i = 0; i < ranks.size(); i++) {
      sum += ranks.byteAt(i);
    }
    return sum;
  }

  /** Without how often something was added, which is no property of a set. */
  byte[] bytes() {
    AggregatorStateProto state = registers.serializeToProto();
    return state.toBuilder().setNumValues(1).build().toByteArray();
  }
}
