package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.archive.Archive;
import io.cloudpulse.transforms.archive.ArchiveListing;
import io.cloudpulse.transforms.archive.ArchiveOrigin;
import io.cloudpulse.transforms.replay.ReadArchive;

/** What an archive holds of a dataset at launch. */
record ArchivedFiles(MoveSettings settings, ArchiveListing listing) implements SourceWork {
  /**
   * Lists the archive.
   *
   * @throws StoppedException if it has nothing of the dataset
   */
  static ArchivedFiles of(MoveSettings settings, SourceAddress.Archived source) {
    String dataset = settings.dataset().name();
    ArchiveListing listing =
        ArchiveListing.of(Archive.in(source.folder(), dataset), source.hours());
    if (listing.files() == 0) {
      throw StoppedException.because(
          ExitCode.WRONG_FLAGS,
          "--source was \"%s\", but no record of %s is archived there. A run archives what it reads"
                  .formatted(source.written(), dataset)
              + " with --archive=files:"
              + source.folder());
    }
    return new ArchivedFiles(settings, listing);
  }

  @Override
  public String extent() {
    String files = listing.files() == 1 ? "1 file" : "%,d files".formatted(listing.files());
    return files + ", %,d bytes compressed".formatted(listing.bytes());
  }

  @Override
  public String ownTime() {
    return "the time at which records first came";
  }

  @Override
  public ReadArchive read(String run) {
    return ReadArchive.of(
        new ArchiveOrigin(
            settings.dataset(), run, settings.refuseUnknownColumns(), settings.lookup()),
        listing.pieces());
  }
}
