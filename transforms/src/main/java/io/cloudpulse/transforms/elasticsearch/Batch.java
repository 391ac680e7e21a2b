package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.SinkOutcome;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one flush and what came of each. Of the records of one key only the newest is
 * sent; the others are superseded by it, unless it is refused: then the next newest is sent.
 */
final class Batch {
  private final List<VersionedRecord> rows;
  private final SinkOutcome[] outcomes;
  private final Map<String, Document> newest = new LinkedHashMap<>();
  private List<Document> open = new ArrayList<>();

  Batch(List<VersionedRecord> rows) {
    this.rows = rows;
    this.outcomes = new SinkOutcome[rows.size()];
  }

  List<VersionedRecord> rows() {
    return rows;
  }

  void open(Document document) {
    open.add(document);
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  void settle(int place, SinkOutcome outcome) {
    outcomes[place] = outcome;
  }

  boolean isSettled(Document document) {
    return outcomes[document.place()] != null;
  }

  /** What came of each record; once none is open. */
  List<SinkOutcome> outcomes() {
    return Arrays.asList(outcomes);
  }

  /** The newest open record of each key. Equal versions are equal content: the first stays. */
  Collection<Document> newest() {
    newest.clear();
    for (Document document : open) {
      Document other = newest.putIfAbsent(document.id(), document);
      if (other != null && other.version() < document.version()) {
        newest.put(document.id(), document);
      }
    }
    return newest.values();
  }

  /** After the newest were sent: settles whom they supersede. */
  void supersede() {
    List<Document> left = new ArrayList<>();
    for (Document document : open) {
      if (isSettled(document)) {
        continue;
      }
      if (outcomes[newest.get(document.id()).place()] == SinkOutcome.REFUSED) {
        left.add(document);
      } else {
        settle(document.place(), SinkOutcome.SUPERSEDED);
      }
    }
    open = left;
  }
}
