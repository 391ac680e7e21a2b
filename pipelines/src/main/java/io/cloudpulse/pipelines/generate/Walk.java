package io.cloudpulse.pipelines.generate;

/**
 * The price of one share as it goes up and down: a sum of waves, each twice as long as the one
 * before and as much higher as a random walk gets in that time. So each day's price is known
 * without those before it. In cents; the same on every machine.
 */
final class Walk {
  private static final int WAVES = 12;
  private static final double FIRST_WAVE = 0.009;
  private static final double CHEAPEST = 1_000;
  private static final double DEAREST = 50_000;
  private static final long GAPS = 0x0FE2;
  private static final long ABOVE = 0x413;
  private static final long BELOW = 0x10A;

  private final long share;

  Walk(long seed, long symbol) {
    this.share = Dice.mix(Dice.mix(seed) + symbol);
  }

  long close(long day) {
    double height = 0;
    double amplitude = FIRST_WAVE;
    for (int wave = 0; wave < WAVES; wave++) {
      height += amplitude * at(wave, day);
      amplitude *= StrictMath.sqrt(2);
    }
    double usual = CHEAPEST * StrictMath.pow(DEAREST / CHEAPEST, (noise(GAPS, -1) + 1) / 2);
    return Math.max(1, Math.round(usual * StrictMath.exp(height)));
  }

  /** Near the close of the day before. */
  long open(long day) {
    return Math.max(1, Math.round(close(day - 1) * (1 + FIRST_WAVE * noise(GAPS, day))));
  }

  /** How far the day's highest price lies above open and close. */
  long above(long day) {
    return Math.round(close(day) * FIRST_WAVE * Math.abs(noise(ABOVE, day)));
  }

  /** How far the day's lowest price lies below them. */
  long below(long day) {
    return Math.round(close(day) * FIRST_WAVE * Math.abs(noise(BELOW, day)));
  }

  /** Between its heights at the ends of the stretch that the day is in. */
  private double at(int wave, long day) {
    long stretch = Math.floorDiv(day, 1L << wave);
    double within = (double) Math.floorMod(day, 1L << wave) / (1L << wave);
    return noise(wave, stretch) * (1 - within) + noise(wave, stretch + 1) * within;
  }

  /** From -1 to 1. */
  private double noise(long what, long place) {
    long bits = Dice.mix(Dice.mix(share + what) + place);
    return (double) bits / Long.MAX_VALUE;
  }
}
