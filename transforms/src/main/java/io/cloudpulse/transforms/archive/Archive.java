package io.cloudpulse.transforms.archive;

import java.io.Serializable;

/**
 * A folder of any file system Beam knows, in which records are kept as they came: a file for each
 * source and hour of publication in what was read at once, under {@code
 * <dataset>/hour=2026-11-20T19/}.
 *
 * @param folder ends with a slash; empty if nothing is archived
 */
public record Archive(String folder, String dataset) implements Serializable {
  /** For those who want none. */
  public static Archive none() {
    return new Archive("", "");
  }

  /** In a folder that need not be there yet. */
  public static Archive in(String folder, String dataset) {
    return new Archive(folder.endsWith("/") ? folder : folder + "/", dataset);
  }

  public boolean isWanted() {
    return !folder.isEmpty();
  }

  /** What keeps the records of one reader. */
  public ArchiveWriter writer() {
    return new ArchiveWriter(this, path -> {});
  }
}
