package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.archive.Archive;
import java.time.Duration;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Watch;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads files as {@link ReadFiles} does, and goes on with those that appear later. Unbounded; event
 * time is when a file was found. Each name is read once in the life of the job, so a file must
 * appear whole: written elsewhere, then moved. A job that is started again reads them all again,
 * which changes no row and no count.
 *
 * <p>A file whose header does not fit is refused as a whole, as one dead letter without bytes.
 */
public final class WatchFiles extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final Dataset dataset;
  private final String glob;
  private final FileListing.Options options;
  private final String run;
  private final Duration period;
  private Lookup lookup = Lookup.none();
  private Archive archive = Archive.none();

  private WatchFiles(
      Dataset dataset, String glob, FileListing.Options options, String run, Duration period) {
    this.dataset = dataset;
    this.glob = glob;
    this.options = options;
    this.run = run;
    this.period = period;
  }

  /**
   * Watches for what a glob matches.
   *
   * @param period how often to look
   */
  public static WatchFiles of(
      Dataset dataset, String glob, FileListing.Options options, String run, Duration period) {
    return new WatchFiles(dataset, glob, options, run, period);
  }

  /** The same, for a dataset that takes fields from another one. */
  public WatchFiles lookingUp(Lookup rows) {
    WatchFiles watching = of(dataset, glob, options, run, period);
    watching.lookup = rows;
    watching.archive = archive;
    return watching;
  }

  /** The same, which keeps records as they came too. */
  public WatchFiles archivingTo(Archive place) {
    WatchFiles watching = lookingUp(lookup);
    watching.archive = place;
    return watching;
  }

  private LoadOrigin origin() {
    return new LoadOrigin(dataset, run, options.refuseUnknownColumns(), lookup, archive);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple cut =
        begin
            .apply(
                "Watch for files",
                FileIO.match()
                    .filepattern(glob)
                    .withEmptyMatchTreatment(EmptyMatchTreatment.ALLOW)
                    .continuously(
                        org.joda.time.Duration.millis(period.toMillis()), Watch.Growth.never()))
            .apply(
                "Cut into ranges",
                ParDo.of(new CutFilesFn(dataset, options, run))
                    .withOutputTags(
                        CutFilesFn.RANGES,
                        TupleTagList.of(ReadOutputs.REFUSED).and(ReadOutputs.TALLIES)));
    PCollection<FileRange> ranges =
        cut.get(CutFilesFn.RANGES)
            .setCoder(SerializableCoder.of(FileRange.class))
            .apply("Share out ranges", Reshuffle.viaRandomKey());
    PCollectionTuple read =
        ReadOutputs.of(ranges, "Read, decode and validate", new ReadRangesFn(origin()), dataset);
    return together(read, cut);
  }

  private static PCollectionTuple together(PCollectionTuple read, PCollectionTuple cut) {
    PCollection<DeadLetter> refused =
        PCollectionList.of(read.get(ReadOutputs.REFUSED))
            .and(cut.get(ReadOutputs.REFUSED))
            .apply("All that was refused", Flatten.pCollections());
    PCollection<RangeTally> tallies =
        PCollectionList.of(read.get(ReadOutputs.TALLIES))
            .and(cut.get(ReadOutputs.TALLIES))
            .apply("All that was counted", Flatten.pCollections());
    return PCollectionTuple.of(ReadOutputs.RECORDS, read.get(ReadOutputs.RECORDS))
        .and(ReadOutputs.REFUSED, refused)
        .and(ReadOutputs.TALLIES, tallies);
  }
}
