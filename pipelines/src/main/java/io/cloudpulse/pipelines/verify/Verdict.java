package io.cloudpulse.pipelines.verify;

/** What became of one key. */
enum Verdict {
  /** The sink holds the newest version that it did not refuse. */
  MATCHING,
  /** The source has it, the sink has not. */
  MISSING,
  /** The sink has it, the source has not. */
  EXTRA,
  /** Both have it, but not the same values. */
  DIFFERENT,
  /** The sink has nothing, and a dead letter for each version says why. */
  REFUSED,
  /** The source has deleted it, and the sink has not got it. */
  DELETED;

  /** True if sink and source disagree. */
  boolean isDifference() {
    return this == MISSING || this == EXTRA || this == DIFFERENT;
  }
}
