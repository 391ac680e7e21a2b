package io.cloudpulse.transforms;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers records into batches of one range each, in their order: what a sink counts, it counts by
 * range. A reader of several partitions hands on a record of each in turn, so a batch stays open
 * while records of other ranges come.
 */
final class RangeBatches {
  private static final int MOST_ROWS = 2_000;

  /** Of all open batches together. */
  private static final int MOST_OPEN_ROWS = 4 * MOST_ROWS;

  private final long mostBytes;
  private final Map<String, List<VersionedRecord>> open = new LinkedHashMap<>();
  private List<VersionedRecord> last;
  private String lastRange;
  private int rows;
  private long bytes;

  /**
   * Batches that are empty.
   *
   * @param mostBytes keeps memory flat where records are large
   */
  RangeBatches(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** What takes a batch; it must not keep it. */
  interface Receiver {
    void take(List<VersionedRecord> batch) throws IOException, SQLException;
  }

  /** Adds a record, and hands on what is full by that. */
  void add(VersionedRecord row, Receiver full) throws IOException, SQLException {
    List<VersionedRecord> batch = batch(row.range());
    batch.add(row);
    rows++;
    bytes += row.original().length;
    if (bytes >= mostBytes || rows >= MOST_OPEN_ROWS) {
      flush(full);
    } else if (batch.size() >= MOST_ROWS) {
      full.take(batch);
      rows -= batch.size();
      batch.clear();
    }
  }

  /** Hands on all there is. */
  void flush(Receiver rest) throws IOException, SQLException {
    for (List<VersionedRecord> batch : open.values()) {
      if (!batch.isEmpty()) {
        rest.take(batch);
      }
    }
    clear();
  }

  /** Forgets all there is. */
  void clear() {
    open.clear();
    last = null;
    lastRange = null;
    rows = 0;
    bytes = 0;
  }

  /** The records of a range carry the same string mostly: then no hash is needed. */
  @SuppressWarnings("ReferenceEquality")
  private List<VersionedRecord> batch(String range) {
    if (range != lastRange) {
      last = open.computeIfAbsent(range, unused -> new ArrayList<>());
      lastRange = range;
    }
    return last;
  }
}
