package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Dataset;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

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

  /** What a step reads of a source that is not live. */
  public static <WorkT> PCollectionTuple of(
      PCollection<WorkT> work, String step, DoFn<WorkT, VersionedRecord> reader, Dataset dataset) {
    return of(work, step, reader, TupleTagList.of(REFUSED).and(TALLIES), dataset);
  }

  /** What a step reads of a live one. */
  public static <WorkT> PCollectionTuple live(
      PCollection<WorkT> work, String step, DoFn<WorkT, VersionedRecord> reader, Dataset dataset) {
    return of(work, step, reader, TupleTagList.of(REFUSED).and(LATE).and(TALLIES), dataset);
  }

  private static <WorkT> PCollectionTuple of(
      PCollection<WorkT> work,
      String step,
      DoFn<WorkT, VersionedRecord> reader,
      TupleTagList others,
      Dataset dataset) {
    PCollectionTuple read = work.apply(step, ParDo.of(reader).withOutputTags(RECORDS, others));
    read.get(RECORDS).setCoder(VersionedRecordCoder.of(dataset));
    return read;
  }
}
