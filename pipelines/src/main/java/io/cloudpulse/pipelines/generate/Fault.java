package io.cloudpulse.pipelines.generate;

import io.cloudpulse.transforms.Reason;

/**
 * One way to spoil a good record.
 *
 * @param reason why every correct reader refuses the record then, and no other reason
 */
record Fault(Reason reason, Planting planting) {
  private static final Planting NOTHING = (draft, dice) -> {};

  /** Values that break a rule between them: they are drawn so, and nothing is planted. */
  static Fault brokenRule() {
    return new Fault(Reason.RULE, NOTHING);
  }

  boolean isDrawn() {
    return planting == NOTHING;
  }

  /** Changes a draft of a record that is good in all else. */
  interface Planting {
    void plant(Draft draft, Dice dice);
  }
}
