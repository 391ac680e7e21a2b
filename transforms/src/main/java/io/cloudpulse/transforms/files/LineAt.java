package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.JobFiles;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.FileSystems;

/** Finds the line of a record that was read from the middle of a file, where no one counted. */
public final class LineAt {
  private LineAt() {}

  /**
   * Counts the lines before a record, from 1. Empty if the file is not at hand, or holds other
   * bytes at that place by now.
   *
   * @param file as a dead letter's source names it
   * @param offset in (decompressed) bytes
   */
  public static OptionalLong of(String file, long offset, byte[] record) throws IOException {
    JobFiles.ready();
    try (InputStream bytes =
        new BufferedInputStream(
            Channels.newInputStream(OpenFile.open(FileSystems.matchSingleFileSpec(file))),
            1 << 16)) {
      long line = 1;
      for (long at = 0; at < offset; at++) {
        int next = bytes.read();
        if (next < 0) {
          return OptionalLong.empty();
        }
        line += next == '\n' ? 1 : 0;
      }
      boolean same = Arrays.equals(bytes.readNBytes(record.length), record);
      return same ? OptionalLong.of(line) : OptionalLong.empty();
    } catch (FileNotFoundException | IllegalArgumentException notAtHand) {
      return OptionalLong.empty();
    }
  }
}
