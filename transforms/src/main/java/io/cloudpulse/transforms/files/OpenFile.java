package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.decode.LineReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** Opens files of any file system Beam knows, decompressed, where the work begins. */
final class OpenFile {
  private OpenFile() {}

  /**
   * The lines of a range, the first one next. A line belongs to the range it starts in.
   *
   * @throws IOException if the file is not what it was when the work was listed
   */
  static LineReader at(FileRange range) throws IOException {
    JobFiles.ready();
    Metadata file = FileSystems.matchSingleFileSpec(range.file());
    if (file.sizeBytes() != range.size()) {
      throw new IOException(
          range.file()
              + " changed while it was being read: it had "
              + range.size()
              + " bytes and has "
              + file.sizeBytes()
              + ". Run again when it is complete.");
    }
    ReadableByteChannel channel = open(file);
    if (range.from() == 0) {
      return new LineReader(channel, 0, Math.max(1, range.line()));
    }
    return from(range, channel);
  }

  private static LineReader from(FileRange range, ReadableByteChannel channel) throws IOException {
    if (range.line() > 0) {
      skip(channel, range.from());
      return new LineReader(channel, range.from(), range.line());
    }
    // The line in progress belongs to the range before; it is over at once if a new one starts
    // here.
    skip(channel, range.from() - 1);
    LineReader lines = new LineReader(channel, range.from() - 1, 0);
    lines.next();
    return lines;
  }

  static ReadableByteChannel open(Metadata file) throws IOException {
    Compression compression = Compression.detect(file.resourceId().toString());
    JobFiles.ready();
    ReadableByteChannel channel = FileSystems.open(file.resourceId());
    return compression == Compression.UNCOMPRESSED
        ? channel
        : new Decompressed(compression.readDecompressed(channel), file.resourceId().toString());
  }

  private static void skip(ReadableByteChannel channel, long bytes) throws IOException {
    if (channel instanceof SeekableByteChannel seekable) {
      seekable.position(bytes);
      return;
    }
    ByteBuffer scratch = ByteBuffer.allocate(1 << 16);
    for (long left = bytes; left > 0; ) {
      scratch.clear().limit((int) Math.min(scratch.capacity(), left));
      int read = channel.read(scratch);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }
}
