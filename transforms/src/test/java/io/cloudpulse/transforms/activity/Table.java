package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a sink holds in the end: of each key the newest version, unless that says it is gone. */
final class Table {
  private final Dataset dataset;
  private final Map<List<Object>, VersionedRecord> newest = new HashMap<>();

  private Table(Dataset dataset) {
    this.dataset = dataset;
  }

  static Table of(Dataset dataset, Iterable<VersionedRecord> records) {
    Table table = new Table(dataset);
    records.forEach(table::write);
    return table;
  }

  private void write(VersionedRecord record) {
    List<Object> key =
        dataset.key().fields().stream().map(f -> record.values()[dataset.indexOf(f)]).toList();
    newest.merge(key, record, (old, other) -> other.version() > old.version() ? other : old);
  }

  /** Each row as {@code value|value|...}, in their order. */
  List<String> rows() {
    return newest.values().stream().filter(r -> !r.deleted()).map(Table::row).sorted().toList();
  }

  /** Each record that was written, in their order, deleted ones with a minus before. */
  static List<String> history(Iterable<VersionedRecord> records) {
    java.util.ArrayList<String> all = new java.util.ArrayList<>();
    records.forEach(r -> all.add((r.deleted() ? "-" : "") + row(r) + " v" + r.version()));
    return all.stream().sorted().toList();
  }

  private static String row(VersionedRecord record) {
    return Arrays.stream(record.values()).map(String::valueOf).collect(Collectors.joining("|"));
  }
}
