package io.cloudpulse.transforms.archive;

import java.io.Serializable;
import java.util.List;

/**
 * Some files of one source, to be read as a whole: no other file of the archive holds a record that
 * is in them.
 *
 * @param files in the order of their first offsets
 * @param first offset in them
 */
public record ArchivePiece(List<File> files, long first) implements Serializable {
  public ArchivePiece {
    files = List.copyOf(files);
  }

  /** Where one is, and where its records begin. */
  record File(String address, long first) implements Serializable {}
}
