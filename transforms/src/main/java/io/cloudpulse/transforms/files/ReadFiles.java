package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.StoringSource;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads the records of listed files, typed, valid and versioned. Bounded; leaves event time alone.
 * What is refused leaves as dead letters, what was counted as tallies.
 */
public final class ReadFiles extends PTransform<PBegin, PCollectionTuple>
    implements StoringSource<FileRange> {
  private final Dataset dataset;
  private final List<FileRange> ranges;
  private final String run;
  private final boolean refuseUnknown;
  private final Lookup lookup;

  private ReadFiles(
      Dataset dataset, List<FileRange> ranges, String run, boolean refuseUnknown, Lookup lookup) {
    this.dataset = dataset;
    this.ranges = ranges;
    this.run = run;
    this.refuseUnknown = refuseUnknown;
    this.lookup = lookup;
  }

  /**
   * A reader of one load.
   *
   * @param ranges as {@link FileListing} lists them
   * @param run id of the run, for dead letters
   * @param refuseUnknown whether JSON fields that the dataset does not know refuse their record
   */
  public static ReadFiles of(
      Dataset dataset, List<FileRange> ranges, String run, boolean refuseUnknown) {
    return new ReadFiles(dataset, List.copyOf(ranges), run, refuseUnknown, Lookup.none());
  }

  /** The same, for a dataset that takes fields from another one. */
  public ReadFiles lookingUp(Lookup rows) {
    return new ReadFiles(dataset, ranges, run, refuseUnknown, rows);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple read =
        new ListRanges(ranges)
            .expand(begin)
            .apply(
                "Read, decode and validate",
                ParDo.of(new ReadRangesFn(dataset, run, refuseUnknown, lookup))
                    .withOutputTags(
                        ReadOutputs.RECORDS,
                        TupleTagList.of(ReadOutputs.REFUSED).and(ReadOutputs.TALLIES)));
    read.get(ReadOutputs.RECORDS).setCoder(VersionedRecordCoder.of(dataset));
    return read;
  }

  @Override
  public PTransform<PBegin, PCollection<FileRange>> work() {
    return new ListRanges(ranges);
  }

  @Override
  public PTransform<PCollection<FileRange>, PCollectionTuple> storing(RowStore store) {
    return new StoreRanges(new StoreRangesFn(dataset, run, refuseUnknown, lookup, store));
  }
}
