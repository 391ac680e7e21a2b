package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Rows;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A line of the page: what every run of a dataset was held against. */
record Compared(Input input, Map<Source, Expectation> expected) {
  String line() {
    Expectation any = expected.get(Source.FILES);
    Planted planted = input.planted();
    return "| %s | %,d | %s | %s | %s | %s |"
        .formatted(
            input.dataset().name(),
            planted.read(),
            planted.refused().entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", ")),
            tables(any.rows()),
            checksums(),
            "`" + any.letters().checksum() + "`");
  }

  private String tables(List<Rows> rows) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      words.append(i == 0 ? "" : ", ").append(input.tables().get(i).kind());
      words.append(' ').append(rows.get(i).count());
    }
    return words.toString();
  }

  /** One for each source, if they are not the same. */
  private String checksums() {
    Map<String, List<Source>> sources =
        expected.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    each -> Checksums.both(each.getValue().rows()),
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return sources.entrySet().stream()
        .map(
            each ->
                sources.size() == 1 ? each.getKey() : each.getValue().get(0) + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }
}
