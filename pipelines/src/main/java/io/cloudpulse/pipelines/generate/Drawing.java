package io.cloudpulse.pipelines.generate;

import io.cloudpulse.pipelines.generate.Rules.Verdict;

/** Draws the values of records, again and again until the rules between them are as wanted. */
final class Drawing {
  private static final int MOST_TRIES = 10_000;
  private static final int TRIALS = 2_000;
  private static final int ENOUGH = 20;

  private final Blueprint blueprint;
  private final Column[] columns;

  Drawing(Blueprint blueprint) {
    this.blueprint = blueprint;
    this.columns = blueprint.columns().toArray(Column[]::new);
  }

  /** Values that pass every check, with a null or a misspelling here and there. */
  void good(long row, Draft draft, Dice dice) {
    until(Verdict.ALL_HOLD, row, draft, dice);
  }

  /** The same without misspellings: it is about to get a fault, and one is enough. */
  void spotless(Verdict wanted, long row, Draft draft, Dice dice) {
    until(wanted, row, draft, dice);
    for (int i = 0; i < columns.length; i++) {
      draft.numbers[i] = columns[i].corrected(draft.numbers[i]);
    }
  }

  private void until(Verdict wanted, long row, Draft draft, Dice dice) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      draw(row, draft, dice);
      if (wanted == Verdict.ALL_HOLD) {
        blueprint.quotes().ifPresent(quotes -> quotes.fill(draft));
      }
      if (blueprint.rules().judge(draft) == wanted) {
        return;
      }
    }
    throw new Impossible(
        "of %d records drawn for row %d of %s none had its rules come out as %s: give its fields"
                .formatted(MOST_TRIES, row, blueprint.recipe().dataset().name(), wanted)
            + " a min, max, allowed or examples under which the rules hold more often");
  }

  private void draw(long row, Draft draft, Dice dice) {
    for (int i = 0; i < columns.length; i++) {
      draft.numbers[i] = columns[i].draw(dice);
    }
    blueprint.keys().number(row, draft);
    if (draft.isSheltering() && draft.numbers[0] == Column.NULL) {
      draft.numbers[0] = columns[0].values().draw(dice);
    }
  }

  /** True if records that break one rule, and only it, turn up often enough to be relied on. */
  boolean canBreakARule() {
    if (blueprint.rules() == Rules.NONE) {
      return false;
    }
    Draft draft = new Draft(columns.length);
    int broken = 0;
    for (int row = 0; row < TRIALS && broken < ENOUGH; row++) {
      draw(row % blueprint.recipe().rows(), draft, new Dice(blueprint.recipe().seed(), row));
      broken += blueprint.rules().judge(draft) == Verdict.ONE_BROKEN ? 1 : 0;
    }
    return broken >= ENOUGH;
  }
}
