package io.cloudpulse.transforms;

import org.apache.beam.sdk.values.TupleTag;

/** The outputs of whatever reads a source: every record read is in one of the first two. */
public final class ReadOutputs {
  /** Records that are typed, valid and versioned. */
  public static final TupleTag<VersionedRecord> RECORDS = new TupleTag<>("records") {};

  /** Records that were refused. */
  public static final TupleTag<DeadLetter> REFUSED = new TupleTag<>("refused") {};

  /** What was counted while reading. */
  public static final TupleTag<RangeTally> TALLIES = new TupleTag<>("tallies") {};

  /**
   * Of a live source: for each of {@link #RECORDS} that came too late for its windows, a dead
   * letter of the step {@code windows}. Its row is kept all the same.
   */
  public static final TupleTag<DeadLetter> LATE = new TupleTag<>("late") {};

  private ReadOutputs() {}
}
