package io.cloudpulse.tests.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/matrix.md, made of what was seen; its text is in {@code resources/matrix/page.md}. */
record MatrixPage(Results results, List<String> datasets, List<Sink> sinks) {
  static final String RUN_ON = "Run on ";
  static final String TIME = "## Time";

  String of(String date, String versions, List<Compared> compared) throws IOException {
    Map<String, String> parts =
        Map.of(
            "date", date,
            "versions", versions,
            "cells", new CellTable(results, datasets, sinks).text(),
            "refused", told(Verdict.REFUSED),
            "requests", told(Verdict.JOB_REQUEST),
            "canary", byPlace(Tally::canary),
            "compared", lines(compared.stream().map(Compared::line)),
            "times", byPlace(Tally::time));
    String page = text();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      page = page.replace("{" + part.getKey() + "}", part.getValue());
    }
    return page;
  }

  private static String text() throws IOException {
    try (InputStream text = MatrixPage.class.getResourceAsStream("/matrix/page.md")) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }

  private Stream<Result> all(Verdict verdict) {
    return Cell.of(datasets, place -> true).stream()
        .map(results::of)
        .filter(result -> result.verdict() == verdict);
  }

  /** A line for all datasets of which the same is told. */
  private String told(Verdict verdict) {
    Map<String, List<String>> datasetsByWords =
        all(verdict)
            .collect(
                Collectors.groupingBy(
                    MatrixPage::words,
                    java.util.TreeMap::new,
                    Collectors.mapping(result -> result.cell().dataset(), Collectors.toList())));
    return lines(
        datasetsByWords.entrySet().stream()
            .map(each -> "- %s (%s)".formatted(each.getKey(), String.join(", ", each.getValue()))));
  }

  private static String words(Result result) {
    Cell cell = result.cell();
    return "%s, %s, %s: %s".formatted(cell.place(), cell.mode(), cell.source(), result.words());
  }

  private String byPlace(Function<Tally, String> line) {
    Map<Place, List<Result>> proven =
        all(Verdict.PROVEN)
            .collect(
                Collectors.groupingBy(
                    result -> result.cell().place(), java.util.TreeMap::new, Collectors.toList()));
    return lines(
        proven.entrySet().stream()
            .map(each -> line.apply(new Tally(each.getKey(), each.getValue()))));
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }
}
