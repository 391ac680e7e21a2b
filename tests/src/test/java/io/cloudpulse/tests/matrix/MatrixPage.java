package io.cloudpulse.tests.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/matrix.md, made of what was seen. */
record MatrixPage(Results results, List<String> datasets) {
  private static final String RUN_ON = "Run on ";
  private static final String TIME = "## Time";

  private static final String ABOUT =
      """
      # The runner matrix

      The same records leave the same rows: on each runner, as a batch and as a stream, from files and from Kafka, in PostgreSQL and in Elasticsearch.
      `mvn -B verify -Pmatrix` starts the servers and the clusters, runs every cell below, and fails if anything differs, or if this page says what was not seen.
      (`MatrixIT` makes the page; `-Dupdate.goldens=true` renews it, and without that the fresh one is in `tests/target/matrix.md`.)

      """;

  private static final String CELLS =
      """
      ## Cells
      **proven**: run, and every row with its version, every dead letter and every count was as expected. Beside it the checksum of all rows that the sink then held, their versions included.
      **refused**: `pulse plan` says so, as told below. **job request**: launched, and what Google's API was asked for is told below; no job was run. **not run**: nothing is known, and the build fails.

      A stream of Kafka ends at the end that the topic had at launch; on Spark it runs in [rounds](guide.md#rounds). A stream of files is a watched folder, in a process of its own that is told to end (SIGTERM) when all is there.

      """;

  private static final String COMPARED =
      """
      ## What every run must leave
      Records are generated, with known faults and repeats; each is there twice, shuffled. The counts of each run (read, accepted, refused by reason, delivered by sink, letters kept) are those that were planted. Rows and dead letters (step, reason, field, message, original bytes) are those of a batch of the file on Direct, once they are as many as were planted and every event is counted once in what is computed; they are the same for both sources. Where each dead letter comes from is compared among the runs of one source.
      Of orders, the later record wins because it comes later: their version is the place in the load ([decision 4](decisions/0004-versions-carry.md)), a byte of the file or an offset of the partition. It is computed from the input, and is the same for every run of one source, but not for both; all other columns are. Orders that change do so in the same order in both sources. Events and book numbers tell their own time, and come from each source in another order.

      | dataset | records | refused | rows | checksum of the rows | of the dead letters |
      |---|---|---|---|---|---|
      """;

  /** What is the same whenever it is run. */
  static String steady(String page) {
    String lines =
        page.lines()
            .filter(line -> !line.startsWith(RUN_ON))
            .collect(Collectors.joining("\n", "", "\n"));
    return lines.substring(0, Math.max(0, lines.indexOf(TIME)));
  }

  String of(String date, String versions, List<Compared> compared) {
    return ABOUT
        + RUN_ON
        + date
        + ".\n"
        + versions
        + ".\n\n"
        + CELLS
        + cells()
        + refusals()
        + requests()
        + canary()
        + COMPARED
        + compared.stream().map(line -> line.line() + "\n").collect(Collectors.joining())
        + times();
  }

  private Stream<Result> all() {
    return Cell.of(datasets, place -> true).stream().map(results::of);
  }

  private String cells() {
    StringBuilder table = new StringBuilder("| runner | mode | source |");
    datasets.forEach(
        dataset ->
            Arrays.stream(Sink.values())
                .forEach(sink -> table.append(" %s: %s |".formatted(dataset, sink))));
    int columns = 3 + datasets.size() * Sink.values().length;
    table.append("\n|").append("---|".repeat(columns)).append('\n');
    for (Cell row : Cell.of(List.of(""), place -> true)) {
      table.append("| %s | %s | %s |".formatted(row.place(), row.mode(), row.source()));
      for (String dataset : datasets) {
        Result result = results.of(new Cell(row.place(), row.mode(), row.source(), dataset));
        for (Sink sink : Sink.values()) {
          table.append(' ').append(cell(result, sink)).append(" |");
        }
      }
      table.append('\n');
    }
    return table.append('\n').toString();
  }

  private static String cell(Result result, Sink sink) {
    return result.verdict() == Verdict.PROVEN
        ? "%s `%s`".formatted(result.verdict(), result.checksums().get(sink))
        : result.verdict().toString();
  }

  private String refusals() {
    return "## Refused\n" + told(Verdict.REFUSED) + "\n";
  }

  private String requests() {
    return """
        ## Asked of Dataflow
        Each was launched against a stand-in of Google's API, with real servers for the sinks, and no job was run.
        """
        + told(Verdict.JOB_REQUEST)
        + "\n";
  }

  /** A line for all cells of one kind of which the same is told. */
  private String told(Verdict verdict) {
    Map<String, List<String>> byWords =
        all()
            .filter(result -> result.verdict() == verdict)
            .collect(
                Collectors.groupingBy(
                    result ->
                        "%s, %s, %s: %s"
                            .formatted(
                                result.cell().place(),
                                result.cell().mode(),
                                result.cell().source(),
                                result.words()),
                    TreeMap::new,
                    Collectors.mapping(result -> result.cell().dataset(), Collectors.toList())));
    return byWords.entrySet().stream()
        .map(each -> "- %s (%s)\n".formatted(each.getKey(), String.join(", ", each.getValue())))
        .collect(Collectors.joining());
  }

  private String canary() {
    return """
        ## Canary
        What was left behind was held against wrong expectations as well, of which each has one wrong value in one row of one table, for each table in turn. Seen: the comparison named the row, once in each sink.

        | runner | wrong expectations | seen |
        |---|---|---|
        """
        + byPlace(
            place ->
                "| %s | %d | %d |"
                    .formatted(place.get(0).cell().place(), wrong(place), seen(place)))
        + "\n";
  }

  private static int wrong(List<Result> results) {
    return results.stream().mapToInt(Result::wrong).sum();
  }

  private static int seen(List<Result> results) {
    return results.stream().mapToInt(Result::seen).sum();
  }

  private String times() {
    return "\n"
        + TIME
        + "\n| runner | runs | seconds |\n|---|---|---|\n"
        + byPlace(
            place ->
                "| %s | %d | %.0f |"
                    .formatted(
                        place.get(0).cell().place(),
                        place.size(),
                        place.stream().mapToDouble(Result::seconds).sum()));
  }

  private String byPlace(Function<List<Result>, String> line) {
    return all()
        .filter(result -> result.verdict() == Verdict.PROVEN)
        .collect(
            Collectors.groupingBy(
                result -> result.cell().place(), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(results -> line.apply(results) + "\n")
        .collect(Collectors.joining());
  }
}
