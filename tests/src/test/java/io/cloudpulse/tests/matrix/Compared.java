package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A line of the page: what every run of a dataset was held against. */
record Compared(Input input, Map<Source, Expectation> expected) {
  String line() {
    Expectation any = expected.get(Source.FILES);
    Planted planted = input.doubledAndShuffled(1).planted();
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

  private String checksums() {
    Set<String> all = new TreeSet<>();
    expected.values().forEach(each -> all.add(Checksums.of(each.rows())));
    if (all.size() == 1) {
      return "`" + all.iterator().next() + "`";
    }
    return "%s; without versions `%s`"
        .formatted(
            new java.util.TreeMap<>(expected)
                .entrySet().stream()
                    .map(each -> each.getKey() + " `" + Checksums.of(each.getValue().rows()) + "`")
                    .collect(Collectors.joining(", ")),
            Checksums.withoutVersion(expected.get(Source.FILES).rows()));
  }
}
