package io.cloudpulse.transforms;

/** How a sink's work on one record ended. */
public enum SinkOutcome {
  /** It was stored, or its row deleted. */
  STORED,
  /** The target has this version or a newer one: it was delivered and changed nothing. */
  SUPERSEDED,
  /** It is a dead letter. */
  REFUSED
}
