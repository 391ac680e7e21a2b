package io.cloudpulse.pipelines.generate;

/** What must hold between the fields of a record. */
interface Rules {
  Rules NONE = draft -> Verdict.ALL_HOLD;

  /** How a record stands to the rules. */
  enum Verdict {
    ALL_HOLD,
    /** Exactly one is false, and all others hold. */
    ONE_BROKEN,
    /** Several are broken, or some value or rule cannot be computed. */
    UNCLEAR
  }

  Verdict judge(Draft draft);
}
