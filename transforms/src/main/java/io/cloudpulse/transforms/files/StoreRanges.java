package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.ReadOutputs;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/** Reads ranges and stores what they hold, in one step. */
final class StoreRanges extends PTransform<PCollection<FileRange>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final transient StoreRangesFn storing;

  StoreRanges(StoreRangesFn storing) {
    this.storing = storing;
  }

  @Override
  public PCollectionTuple expand(PCollection<FileRange> ranges) {
    return ranges.apply(
        "Read, decode, validate and store",
        ParDo.of(storing)
            .withOutputTags(ReadOutputs.REFUSED, TupleTagList.of(ReadOutputs.TALLIES)));
  }
}
