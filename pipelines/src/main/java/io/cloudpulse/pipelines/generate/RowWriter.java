package io.cloudpulse.pipelines.generate;

import io.cloudpulse.pipelines.generate.Arrangement.Role;
import io.cloudpulse.pipelines.generate.Rules.Verdict;
import io.cloudpulse.transforms.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes rows, each as a function of the recipe and its place. For one thread. */
final class RowWriter {
  private static final long FAULTS = 0xBAD;
  private static final int MOST_TRIES = 1_000;

  /** A reader refuses these up to the line's end: a record of two lines would be refused twice. */
  private static final Set<Reason> LOSES_A_LINE = EnumSet.of(Reason.MALFORMED, Reason.ENCODING);

  private final Blueprint blueprint;
  private final Arrangement arrangement;
  private final Drawing drawing;
  private final Draft draft;
  private final List<Reason> reasons;
  private final List<Integer> correctable;
  private final boolean breaksLines;
  private final Dice dice = new Dice(0, 0);
  private final Tally tally = new Tally();
  private final LineBuffer out;

  RowWriter(Blueprint blueprint, LineBuffer out) {
    this.blueprint = blueprint;
    this.out = out;
    arrangement = blueprint.arrangement();
    drawing = new Drawing(blueprint);
    draft = new Draft(blueprint.columns().size());
    reasons = List.copyOf(blueprint.faults().keySet());
    correctable = Columns.correctable(blueprint.columns());
    breaksLines = blueprint.recipe().layout().multiline();
  }

  Tally tally() {
    return tally;
  }

  /** The record written last; of a bad one, as it was before it was spoiled by another text. */
  Draft draft() {
    return draft;
  }

  void write(long row) {
    int start = out.length();
    draft.clear();
    switch (arrangement.roleOf(row)) {
      case GOOD -> good(row);
      case REPEATED -> good(arrangement.originalOf(row));
      case BAD -> bad(row);
    }
    long lines = breaksLines ? out.count('\n', start) : 1;
    tally.addText(lines, out.length() - start);
  }

  private void good(long row) {
    if (row > 0 && isUnclosed(row - 1)) {
      draft.shelter();
    }
    dice.load(blueprint.recipe().seed(), row);
    drawing.good(row, draft, dice);
    for (int i : correctable) {
      countCorrection(blueprint.columns().get(i), draft.numbers[i]);
    }
    blueprint.format().write(draft, dice, out);
  }

  private void countCorrection(Column column, long number) {
    if (column.isMisspelled(number)) {
      tally.addCorrection(column.field().name());
    }
  }

  private void bad(long row) {
    Reason reason = reasonOf(row);
    tally.addRefused(reason);
    dice.load(blueprint.recipe().seed(), row);
    int start = out.length();
    int tries = 0;
    do {
      Impossible.unless(tries++ < MOST_TRIES, "no record of one line in %d tries", MOST_TRIES);
      out.backTo(start);
      bad(row, reason);
    } while (LOSES_A_LINE.contains(reason) && breaksLines && out.count('\n', start) > 1);
  }

  private void bad(long row, Reason reason) {
    draft.clear();
    Fault fault = faultOf(row, reason);
    Verdict wanted = fault.isDrawn() ? Verdict.ONE_BROKEN : Verdict.ALL_HOLD;
    drawing.spotless(wanted, row, draft, dice);
    fault.planting().plant(draft, dice);
    blueprint.format().write(draft, dice, out);
  }

  private Reason reasonOf(long row) {
    return reasons.get((int) (arrangement.badNumber(row) % reasons.size()));
  }

  private Fault faultOf(long row, Reason reason) {
    if (isUnclosed(row)) {
      return blueprint.unclosed().orElseThrow();
    }
    List<Fault> ways = blueprint.faults().get(reason);
    return ways.get((int) new Dice(blueprint.recipe().seed() + FAULTS, row).below(ways.size()));
  }

  /** Half of the malformed records that have a good one of their own behind them, to end it. */
  private boolean isUnclosed(long row) {
    return blueprint.unclosed().isPresent()
        && arrangement.roleOf(row) == Role.BAD
        && reasonOf(row) == Reason.MALFORMED
        && row + 1 < blueprint.recipe().rows()
        && arrangement.roleOf(row + 1) == Role.GOOD
        && new Dice(blueprint.recipe().seed() - FAULTS, row).oneIn(2);
  }
}
