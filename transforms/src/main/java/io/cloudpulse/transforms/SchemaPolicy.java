package io.cloudpulse.transforms;

/** What a sink does about a table that lacks fields that the dataset has gained. */
public enum SchemaPolicy {
  /** Adds them as columns that may be empty, before the first row; no row there is changed. */
  EVOLVE,
  /** Writes nothing: the plan is refused. */
  REFUSE,
  /** Stores the rest of each row. */
  IGNORE
}
