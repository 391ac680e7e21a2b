package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A dataset's rows in one database, then in BigQuery, then back in another database. */
record BackFromBigQuery(String name, BigQuery bigquery, Database from, Database to) {
  static final String HOME = "back";
  private static final ObjectMapper JSON = new ObjectMapper();

  Dataset dataset() {
    return Datasets.resolve(name);
  }

  String warehouse() {
    return bigquery.address(HOME);
  }

  /** Fills the first database with generated rows, and BigQuery from there. */
  BackFromBigQuery load(int rows) throws IOException {
    Path file = Files.createTempFile("pulse-back", ".csv");
    try {
      PulseCommand made =
          PulseCommand.run(
              "generate", "--dataset=" + name, "--rows=" + rows, "--seed=7", "--out=" + file);
      assertThat(made.exitCode()).as(made.err()).isZero();
      assertThat(Moving.of(name, from).move(file).exitCode()).isZero();
    } finally {
      Files.deleteIfExists(file);
    }
    return forth();
  }

  /** Moves what the first database holds to BigQuery. */
  BackFromBigQuery forth(String... more) {
    PulseCommand moved =
        pulse("run", from.sink(), warehouse(), from, more); // counted beside the rows
    assertThat(moved.exitCode()).as(moved.toString()).isZero();
    return this;
  }

  /** Moves what BigQuery holds to a sink, and reads the report; the exit code stands in it. */
  RunReport back(String sink, String... more) {
    try {
      Path file = Files.createTempFile("pulse-report", ".json");
      try {
        List<String> flags = new ArrayList<>(List.of(more));
        flags.add("--report=" + file);
        PulseCommand ended = pulse("run", warehouse(), sink, to, flags.toArray(String[]::new));
        assertThat(Files.size(file)).as(ended.toString()).isPositive();
        return JSON.readValue(file.toFile(), RunReport.class);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  PulseCommand verify(String sink, String... more) {
    return pulse("verify", warehouse(), sink, to, more);
  }

  @SuppressWarnings("checkstyle:ParameterNumber")
  static PulseCommand pulse(
      String command, String dataset, String source, String sink, Database ledger, String... more) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                command,
                "--dataset=" + dataset,
                "--source=" + source,
                "--sink=" + sink,
                "--ledger=" + ledger.sink()));
    if (List.of(more).stream().noneMatch(flag -> flag.startsWith("--runner="))) {
      flags.add("--runner=direct");
    }
    flags.addAll(List.of(more));
    return PulseCommand.run(flags.toArray(String[]::new));
  }

  private PulseCommand pulse(
      String command, String source, String sink, Database ledger, String... more) {
    return pulse(command, name, source, sink, ledger, more);
  }

  /** That the second database holds each row of the first, with its version, and no other. */
  void assertEqualRows() throws Exception {
    Rows first = Rows.in(from, dataset());
    assertThat(Rows.in(to, dataset()).differences(first)).isEmpty();
    assertThat(Rows.in(to, dataset()).checksum()).isEqualTo(first.checksum());
  }
}
