package io.cloudpulse.pipelines.generate;

/**
 * SplitMix64, written out so that the same seed gives the same numbers on every machine and Java.
 * Loading it for a row forgets all that went before: a row depends on the seed and its place only.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long state;

  Dice(long seed, long place) {
    load(seed, place);
  }

  void load(long seed, long place) {
    state = mix(mix(seed) + place * GOLDEN);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Any of {@code 0..bound-1}; {@code bound} is at most 2^62. */
  long below(long bound) {
    return Math.multiplyHigh(next() >>> 1, bound << 1);
  }

  /** True once in {@code times} on average. */
  boolean oneIn(int times) {
    return below(times) == 0;
  }

  static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
