package io.cloudpulse.transforms.files;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A part of a file to be read as a whole: the lines that start in it.
 *
 * @param file URI or path, as the file system names it
 * @param size of the file in bytes when the work was listed; a file that has changed since is not
 *     read
 * @param from where the part starts, in (decompressed) bytes
 * @param to where it ends, exclusive; {@link Long#MAX_VALUE} for the rest of the file
 * @param line number of the line at {@code from}; 0 if it was not counted
 * @param base what to add to an offset to get the position in the whole load
 * @param asOf when the data was true
 * @param layout place of the layout among the dataset's
 * @param header names of the columns; empty for JSON lines
 */
public record FileRange(
    String file,
    long size,
    long from,
    long to,
    long line,
    long base,
    Instant asOf,
    int layout,
    List<String> header)
    implements Serializable {

  public FileRange {
    header = List.copyOf(header);
  }

  /** Names the range in ledgers: the same in each try of a run. */
  public String id() {
    return file + "#" + from;
  }

  /** The file's name without its folder. */
  public String fileName() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
