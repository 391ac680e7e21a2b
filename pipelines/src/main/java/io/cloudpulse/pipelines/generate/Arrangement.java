package io.cloudpulse.pipelines.generate;

/**
 * Says what stands at each place of the file. Exact in its totals, and yet each answer depends on
 * the place alone: the file is cut into as many stretches as there are special records (bad or
 * repeated), and each stretch has one at a place drawn for it.
 */
final class Arrangement {
  private static final long PLACES = 0x5EED;
  private static final long ORIGINALS = 0xC0B1;

  /** What a record is to the test that reads it. */
  enum Role {
    GOOD,
    BAD,
    REPEATED
  }

  private final long rows;
  private final long bad;
  private final long special;
  private final long seed;

  Arrangement(Recipe recipe) {
    rows = recipe.rows();
    bad = recipe.bad();
    special = bad + recipe.repeated();
    seed = recipe.seed();
  }

  Role roleOf(long row) {
    if (special == 0) {
      return Role.GOOD;
    }
    long stretch = stretchOf(row);
    if (row != placeIn(stretch)) {
      return Role.GOOD;
    }
    return badBefore(stretch + 1) > badBefore(stretch) ? Role.BAD : Role.REPEATED;
  }

  /** Number of the bad record in this row among the bad ones, from 0. */
  long badNumber(long row) {
    return badBefore(stretchOf(row));
  }

  /** The good row, always an earlier one, that the repeated record in this row copies. */
  long originalOf(long row) {
    long stretch = stretchOf(row);
    Dice dice = new Dice(seed + ORIGINALS, row);
    long from = stretch == 0 ? 0 : dice.below(stretch);
    long original = start(from) + dice.below(start(from + 1) - start(from) - 1);
    return original < placeIn(from) ? original : original + 1;
  }

  private long placeIn(long stretch) {
    long end = start(stretch + 1);
    if (stretch == 0) {
      // Last of the first stretch: whatever it repeats stands before it.
      return end - 1;
    }
    return start(stretch) + new Dice(seed + PLACES, stretch).below(end - start(stretch));
  }

  private long stretchOf(long row) {
    return ((row + 1) * special - 1) / rows;
  }

  private long start(long stretch) {
    return stretch * rows / special;
  }

  private long badBefore(long stretch) {
    return stretch * bad / special;
  }
}
