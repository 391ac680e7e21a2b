package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Rows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** One for each source where they are not the same, and then what is. */
  private String checksums() {
    Map<Source, String> sources = new EnumMap<>(Source.class);
    expected.forEach((source, each) -> sources.put(source, Checksums.of(each.rows())));
    if (Set.copyOf(sources.values()).size() == 1) {
      return "`" + sources.get(Source.FILES) + "`";
    }
    return sources.entrySet().stream()
            .map(each -> "%s `%s`".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(", ", "", "; without versions `"))
        + Checksums.withoutVersion(expected.get(Source.FILES).rows())
        + "`";
  }
}
