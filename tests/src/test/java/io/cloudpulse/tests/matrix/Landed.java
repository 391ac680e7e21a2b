package io.cloudpulse.tests.matrix;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.Rows;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a run left behind.
 *
 * @param rows of each table, in the order of {@link Input#tables}
 */
record Landed(Map<Sink, List<Rows>> rows, Letters letters) {
  static Landed in(Stores stores, Offer offer) throws SQLException, IOException {
    Map<Sink, List<Rows>> rows = new EnumMap<>(Sink.class);
    for (Sink sink : stores.sinks()) {
      rows.put(sink, rows(stores, offer.input(), sink));
    }
    return new Landed(rows, Letters.in(stores.database(), offer.source()));
  }

  /** Those of each table in one sink. */
  static List<Rows> rows(Stores stores, Input input, Sink sink) throws SQLException, IOException {
    List<Rows> tables = new ArrayList<>();
    for (Dataset table : input.tables()) {
      tables.add(sink.rows(stores, table));
    }
    return tables;
  }

  /** Every row, of any sink, that is not as it should be, a line each. */
  List<String> differences(List<Rows> expected) {
    return rows.values().stream().flatMap(in -> differences(in, expected).stream()).toList();
  }

  /** The same, of one sink. */
  static List<String> differences(List<Rows> tables, List<Rows> expected) {
    return IntStream.range(0, expected.size())
        .boxed()
        .flatMap(i -> tables.get(i).differences(expected.get(i)).stream())
        .toList();
  }

  /** A hash of all rows of each sink. */
  Map<Sink, String> checksums() {
    return rows.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, sink -> Checksums.of(sink.getValue())));
  }
}
