package io.cloudpulse.transforms.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.decode.LineReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A CSV file in byte ranges, as a job by hand reads it: its lines are found and decoded by our
 * classes, and nothing is counted or kept of them.
 */
public final class BareFile implements Serializable {
  private static final long serialVersionUID = 1;
  private static final long RANGE_BYTES = 8L << 20;

  private final Dataset dataset;
  private final String path;
  private final List<String> header;
  private final long start;
  private final long size;
  private final long modified;

  private BareFile(Dataset dataset, Path path, List<String> header, long start) throws IOException {
    this.dataset = dataset;
    this.path = path.toString();
    this.header = header;
    this.start = start;
    this.size = Files.size(path);
    this.modified = Files.getLastModifiedTime(path).toMillis();
  }

  public static BareFile of(Dataset dataset, Path path) throws IOException {
    try (LineReader lines = new LineReader(FileChannel.open(path), 0, 1)) {
      boolean unused = lines.next();
      List<String> header = List.of(new String(lines.copy(), UTF_8).split(","));
      return new BareFile(dataset, path, header, lines.nextOffset());
    }
  }

  /** How many ranges there are. */
  public int ranges() {
    return (int) ((size + RANGE_BYTES - 1) / RANGE_BYTES);
  }

  /** The records whose lines start in a range. */
  public Iterator<VersionedRecord> read(long range) throws IOException {
    FileChannel channel = FileChannel.open(Path.of(path));
    long from = range == 0 ? start : range * RANGE_BYTES - 1;
    LineReader lines = new LineReader(channel.position(from), from, 0);
    if (range > 0) {
      // The line in progress belongs to the range before; it is over at once if one starts here.
      boolean unused = lines.next();
    }
    return new BareRecords(dataset, header, modified, lines, (range + 1) * RANGE_BYTES);
  }
}
