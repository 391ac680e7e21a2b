package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * The work that a glob comes to, listed before the job starts: each file's header is read and
 * checked, so that a wrong one stops the run before a row is written.
 *
 * @param problems what stops the run, each naming file and line
 * @param notes what is worth telling, such as columns that no field reads
 */
public record FileListing(
    List<FileRange> ranges, long files, long bytes, List<String> problems, List<String> notes) {

  /**
   * How files are listed.
   *
   * @param asOf when the data was true; empty for each file's own time
   * @param refuseUnknownColumns whether a column that no field reads is a problem, or just a note
   * @param rangeBytes about how long a range is, where a file may be cut
   */
  public record Options(Optional<Instant> asOf, boolean refuseUnknownColumns, long rangeBytes) {
    /** Small enough to share out 100 MB evenly, large enough to hide what a range costs. */
    private static final long RANGE_BYTES = 8L << 20;

    public static Options of(Optional<Instant> asOf, boolean refuseUnknownColumns) {
      return new Options(asOf, refuseUnknownColumns, RANGE_BYTES);
    }
  }

  /** Lists what a glob matches, in the order of names; a glob that matches nothing is a problem. */
  public static FileListing of(Dataset dataset, String glob, Options options) {
    List<Metadata> files = match(glob);
    if (files.isEmpty()) {
      return new FileListing(List.of(), 0, 0, List.of("no file matches " + glob), List.of());
    }
    FileRanges ranges = new FileRanges(dataset, options);
    ranges.checkNames(files);
    files.forEach(ranges::add);
    long bytes = files.stream().mapToLong(Metadata::sizeBytes).sum();
    return new FileListing(ranges.ranges(), files.size(), bytes, ranges.problems(), ranges.notes());
  }

  private static List<Metadata> match(String glob) {
    try {
      List<Metadata> found =
          new ArrayList<>(FileSystems.match(glob, EmptyMatchTreatment.ALLOW).metadata());
      found.sort(Comparator.comparing(file -> file.resourceId().toString()));
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("listing " + glob + " failed", e);
    }
  }
}
