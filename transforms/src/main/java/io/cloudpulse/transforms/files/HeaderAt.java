package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.Reading;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;

/** Finds layout and header of a record that does not tell, in the file it came from. */
public final class HeaderAt {
  private HeaderAt() {}

  /**
   * Reads the file's header again. Empty if the file is not at hand, holds other bytes at the
   * record's place by now, or fits no layout of the dataset.
   *
   * @param file as a dead letter's source names it
   * @param offset in (decompressed) bytes
   */
  public static Optional<Reading> of(Dataset dataset, String file, long offset, byte[] record)
      throws IOException {
    if (LineAt.of(file, offset, record).isEmpty()) {
      return Optional.empty();
    }
    JobFiles.ready();
    LayoutChoice choice = LayoutChoice.of(dataset, FileSystems.matchSingleFileSpec(file));
    return choice.problem().isPresent()
        ? Optional.empty()
        : Optional.of(new Reading(choice.layout(), choice.header().names(), 0, 0));
  }
}
