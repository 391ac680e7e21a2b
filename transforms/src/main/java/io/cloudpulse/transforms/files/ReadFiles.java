package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.ListedWork;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.StoringSource;
import io.cloudpulse.transforms.archive.Archive;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Reads the records of listed files, typed, valid and versioned. Bounded; leaves event time alone.
 * What is refused leaves as dead letters, what was counted as tallies.
 */
public final class ReadFiles extends PTransform<PBegin, PCollectionTuple>
    implements StoringSource<FileRange> {
  private final LoadOrigin origin;
  private final List<FileRange> ranges;

  private ReadFiles(LoadOrigin origin, List<FileRange> ranges) {
    this.origin = origin;
    this.ranges = ranges;
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
    return new ReadFiles(LoadOrigin.of(dataset, run, refuseUnknown), List.copyOf(ranges));
  }

  /** The same, for a dataset that takes fields from another one. */
  public ReadFiles lookingUp(Lookup rows) {
    return new ReadFiles(origin.lookingUp(rows), ranges);
  }

  /** The same, which keeps records as they came too. */
  public ReadFiles archivingTo(Archive place) {
    return new ReadFiles(origin.archivingTo(place), ranges);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    return ReadOutputs.of(
        work().expand(begin),
        "Read, decode and validate",
        new ReadRangesFn(origin),
        origin.dataset());
  }

  @Override
  public ListedWork<FileRange> work() {
    return ListedWork.of("ranges", FileRange.class, ranges);
  }

  @Override
  public PTransform<PCollection<FileRange>, PCollectionTuple> storing(RowStore store) {
    return new StoreRanges(new StoreRangesFn(origin, store));
  }
}
