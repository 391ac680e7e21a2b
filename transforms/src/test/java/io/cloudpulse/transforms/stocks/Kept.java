package io.cloudpulse.transforms.stocks;

import io.cloudpulse.transforms.VersionedRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What is written, and what a sink holds of it in the end. */
final class Kept {
  private static final int KEY = 2;

  private Kept() {}

  /** Of each key the newest version, unless that says it is gone; in their order. */
  static List<String> rows(Iterable<VersionedRecord> written) {
    Map<String, VersionedRecord> newest = new TreeMap<>();
    written.forEach(
        row ->
            newest.merge(
                text(row.values(), KEY),
                row,
                (old, other) -> other.version() > old.version() ? other : old));
    return newest.values().stream()
        .filter(row -> !row.deleted())
        .map(row -> text(row.values(), row.values().length))
        .toList();
  }

  /** The first columns of each row that was written, deleted ones with a minus before; sorted. */
  static List<String> told(Iterable<VersionedRecord> written, int columns) {
    return StreamSupport.stream(written.spliterator(), false)
        .map(row -> (row.deleted() ? "-" : "") + text(row.values(), columns))
        .sorted()
        .toList();
  }

  static String text(Object[] values, int columns) {
    return Arrays.stream(values)
        .limit(columns)
        .map(String::valueOf)
        .collect(Collectors.joining("|"));
  }
}
