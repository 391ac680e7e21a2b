package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.text.AlignedTable;
import io.cloudpulse.pipelines.verify.Fingerprint;
import io.cloudpulse.schemas.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each dataset's rows came to in each sink, by batch and by stream. */
final class Proof {
  /** How rows came into a sink. */
  enum Way {
    BATCH_IN_POSTGRES("postgres, batch"),
    STREAM_IN_POSTGRES("postgres, stream"),
    BATCH_IN_ELASTICSEARCH("elasticsearch, batch"),
    STREAM_IN_ELASTICSEARCH("elasticsearch, stream");

    private final String title;

    Way(String title) {
      this.title = title;
    }
  }

  private final Map<String, Map<Way, Fingerprint>> found = new LinkedHashMap<>();

  void add(Dataset dataset, Way way, Fingerprint print) {
    found.computeIfAbsent(dataset.name(), name -> new LinkedHashMap<>()).put(way, print);
  }

  /** A line for each dataset: its rows, and the digits of each way. */
  List<String> table() {
    AlignedTable table = new AlignedTable();
    List<String> titles = new ArrayList<>(List.of("dataset", "rows"));
    for (Way way : Way.values()) {
      titles.add(way.title);
    }
    titles.add("equal");
    table.add(titles);
    found.forEach((dataset, prints) -> table.add(row(dataset, prints)));
    return table.lines();
  }

  private static List<String> row(String dataset, Map<Way, Fingerprint> prints) {
    List<String> row = new ArrayList<>();
    row.add(dataset);
    row.add(AlignedTable.number(prints.values().iterator().next().rows()));
    for (Way way : Way.values()) {
      row.add(prints.containsKey(way) ? prints.get(way).digits() : "not there");
    }
    row.add(isEqual(prints) ? "yes" : "NO");
    return row;
  }

  private static boolean isEqual(Map<Way, Fingerprint> prints) {
    return prints.size() == Way.values().length
        && prints.values().stream().distinct().count() == 1
        && prints.values().iterator().next().rows() > 0;
  }

  /** Every dataset whose rows depend on the way they came; empty if none does. */
  List<String> differences() {
    return found.entrySet().stream()
        .filter(entry -> !isEqual(entry.getValue()))
        .map(entry -> entry.getKey() + " is not the same everywhere: " + entry.getValue())
        .toList();
  }
}
