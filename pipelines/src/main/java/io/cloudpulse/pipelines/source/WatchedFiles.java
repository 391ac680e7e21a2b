package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.transforms.files.FileListing;
import io.cloudpulse.transforms.files.WatchFiles;
import java.time.Duration;
import java.util.List;

/** Files that are there at launch, and those that appear later. */
record WatchedFiles(MoveSettings settings, SourceAddress.Files files, FileListing now)
    implements SourceWork {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  static WatchedFiles of(MoveSettings settings, SourceAddress.Files files) {
    return new WatchedFiles(
        settings, files, FileListing.of(settings.dataset(), files.glob(), options(settings)));
  }

  private static FileListing.Options options(MoveSettings settings) {
    return FileListing.Options.of(settings.asOf(), settings.refuseUnknownColumns());
  }

  @Override
  public String extent() {
    return "%,d files now, and those that come".formatted(now.files());
  }

  @Override
  public String ownTime() {
    return "the files' own time";
  }

  /**
   * A folder that is empty now is no problem, and a file that does not fit refuses itself alone.
   */
  @Override
  public List<String> notes() {
    return now.files() == 0 ? List.of() : now.notes();
  }

  @Override
  public WatchFiles read(String run) {
    return WatchFiles.of(settings.dataset(), files.glob(), options(settings), run, PERIOD)
        .lookingUp(settings.lookup())
        .archivingTo(settings.archivePlace());
  }
}
