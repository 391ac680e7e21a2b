package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.files.FileListing;
import io.cloudpulse.transforms.files.FileRange;
import io.cloudpulse.transforms.files.ReadFiles;
import java.util.List;

/** Files that are there at launch, their headers read and checked. */
public record ListedFiles(MoveSettings settings, FileListing listing) implements SourceWork {
  /**
   * Lists files.
   *
   * @throws StoppedException if none matches
   */
  public static ListedFiles of(MoveSettings settings, SourceAddress.Files files) {
    FileListing listing =
        FileListing.of(
            settings.dataset(),
            files.glob(),
            FileListing.Options.of(settings.asOf(), settings.refuseUnknownColumns()));
    if (listing.files() == 0) {
      throw StoppedException.because(
          ExitCode.WRONG_FLAGS,
          "--source was \""
              + files.written()
              + "\", but no file matches it. For example: --source=files:data/orders*.csv");
    }
    return new ListedFiles(settings, listing);
  }

  @Override
  public String extent() {
    String files = listing.files() == 1 ? "1 file" : "%,d files".formatted(listing.files());
    return files + ", %,d bytes".formatted(listing.bytes());
  }

  @Override
  public String ownTime() {
    return "the files' own time";
  }

  @Override
  public List<String> problems() {
    return listing.problems();
  }

  @Override
  public String advice() {
    return "Correct the files, or tell the dataset what they call a field (aliases, in a dataset"
        + " file of your own: docs/dataset-files.md).";
  }

  @Override
  public List<String> notes() {
    return listing.notes();
  }

  @Override
  public List<String> rangeNames() {
    return listing.ranges().stream().map(FileRange::id).toList();
  }

  @Override
  public RecordFinder finder() {
    return new RecordsInFiles(settings, listing.ranges());
  }

  @Override
  public ReadFiles read(String run) {
    return ReadFiles.of(settings.dataset(), listing.ranges(), run, settings.refuseUnknownColumns())
        .lookingUp(settings.lookup())
        .archivingTo(settings.archivePlace());
  }
}
