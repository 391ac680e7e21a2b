package io.cloudpulse.transforms.archive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The records of one piece in the order of offsets, each once: files that overlap are read side by
 * side, and of records that differ in nothing but the load they came with, the latest load's is
 * taken. A file is opened when it is its turn.
 */
public final class PieceRecords implements AutoCloseable {
  private static final Comparator<ArchivedRecord> LATEST_LAST =
      Comparator.<ArchivedRecord>comparingLong(record -> record.reading().version())
          .thenComparingLong(ArchivedRecord::published);

  private final Queue<ArchivePiece.File> waiting;
  private final PriorityQueue<OpenArchiveFile> open =
      new PriorityQueue<>(Comparator.comparingLong(OpenArchiveFile::offset));
  private final Queue<ArchivedRecord> ready = new ArrayDeque<>();

  public PieceRecords(ArchivePiece piece) {
    this.waiting = new ArrayDeque<>(piece.files());
  }

  /** True if there is one more. */
  public boolean hasNext() throws IOException {
    if (ready.isEmpty()) {
      openThoseDue();
      if (!open.isEmpty()) {
        ready.addAll(once(takeAt(open.peek().offset())));
      }
    }
    return !ready.isEmpty();
  }

  public ArchivedRecord next() {
    return ready.remove();
  }

  private void openThoseDue() throws IOException {
    while (!waiting.isEmpty()
        && (open.isEmpty() || waiting.peek().first() <= open.peek().offset())) {
      OpenArchiveFile file = OpenArchiveFile.at(waiting.remove().address());
      putBack(file);
    }
  }

  private List<ArchivedRecord> takeAt(long offset) throws IOException {
    List<ArchivedRecord> records = new ArrayList<>(2);
    while (!open.isEmpty() && open.peek().offset() == offset) {
      OpenArchiveFile file = open.remove();
      records.add(file.take());
      putBack(file);
    }
    return records;
  }

  private void putBack(OpenArchiveFile file) throws IOException {
    if (file.ended()) {
      file.close();
    } else {
      open.add(file);
    }
  }

  private static List<ArchivedRecord> once(List<ArchivedRecord> records) {
    if (records.size() == 1) {
      return records;
    }
    records.sort(LATEST_LAST);
    List<ArchivedRecord> different = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      ArchivedRecord record = records.get(i);
      if (records.subList(i + 1, records.size()).stream().noneMatch(other -> same(record, other))) {
        different.add(record);
      }
    }
    return different;
  }

  private static boolean same(ArchivedRecord one, ArchivedRecord other) {
    return Arrays.equals(one.value(), other.value())
        && (one.value() != null || Arrays.equals(one.key(), other.key()));
  }

  @Override
  public void close() throws IOException {
    for (OpenArchiveFile file : open) {
      file.close();
    }
  }
}
