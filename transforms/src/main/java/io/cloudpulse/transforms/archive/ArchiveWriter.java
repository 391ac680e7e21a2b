package io.cloudpulse.transforms.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps records in memory, compressed, until whoever reads them comes to a place from which it
 * would go on after a failure: before it tells anyone of that place, {@link #finish} writes the
 * files. One that fails before leaves nothing, and reads again what was not written.
 *
 * <p>Records of one source must come in the order of offsets.
 */
public final class ArchiveWriter {
  /** Of all open files together, before compression. */
  private static final long MOST_BYTES = 64 << 20;

  /** Each has a buffer of its own; a source that goes back and forth in time has many. */
  private static final int MOST_OPEN = 100;

  private final Archive archive;
  private final Consumer<String> written;
  private final Map<Place, OpenHour> open = new LinkedHashMap<>();
  private long bytes;

  /**
   * A writer of one reader.
   *
   * @param written told the place in the archive of each file that is there
   */
  ArchiveWriter(Archive archive, Consumer<String> written) {
    this.archive = archive;
    this.written = written;
  }

  private record Place(String source, Instant hour) {}

  /** False if nothing is archived: then it is not asked to. */
  public boolean isWanted() {
    return archive.isWanted();
  }

  /** Takes a record; many of them are written at once. */
  public void add(ArchivedRecord record) throws IOException {
    Place place = new Place(record.source(), ArchiveFile.hourOf(record.published()));
    OpenHour hour = open.get(place);
    if (hour == null) {
      hour = new OpenHour(archive.dataset(), place.source(), place.hour());
      open.put(place, hour);
    }
    bytes += hour.add(record);
    if (bytes >= MOST_BYTES || open.size() > MOST_OPEN) {
      finish();
    }
  }

  /** Writes what was not yet written; each file is there whole or not at all. */
  public void finish() throws IOException {
    for (OpenHour hour : open.values()) {
      written.accept(hour.write(archive.folder()));
    }
    open.clear();
    bytes = 0;
  }
}
