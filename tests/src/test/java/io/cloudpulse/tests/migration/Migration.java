package io.cloudpulse.tests.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Moves a dataset from the database that has it into another one and into Elasticsearch. */
record Migration(String name, Database from, Database to, Indices indices) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Into empty indices: their names are the datasets', whichever test makes them. */
  static Migration of(String name, Database from, Database to, Indices indices) {
    String index = "/" + name.replace('.', '-');
    var unused = indices.ask("DELETE", index, "");
    var unusedToo = indices.ask("DELETE", index + "-deleted", "");
    return new Migration(name, from, to, indices);
  }

  Dataset dataset() {
    return Datasets.resolve(name);
  }

  /** Fills the source with generated rows. */
  Migration load(int rows) throws IOException {
    Path file = Files.createTempFile("pulse-migration", ".csv");
    try {
      PulseCommand made =
          PulseCommand.run(
              "generate", "--dataset=" + name, "--rows=" + rows, "--seed=7", "--out=" + file);
      assertThat(made.exitCode()).as(made.err()).isZero();
      assertThat(Moving.of(name, from).move(file).exitCode()).isZero();
    } finally {
      Files.deleteIfExists(file);
    }
    return this;
  }

  /** Both sinks, as the flag takes them. */
  String sinks() {
    return to.sink() + "," + indices.address();
  }

  PulseCommand run(String... more) {
    return command("run", "--sink=" + sinks(), more);
  }

  /** Runs to the end; the exit code stands in the report. */
  RunReport move(String... more) {
    try {
      Path file = Files.createTempFile("pulse-report", ".json");
      try {
        List<String> flags = new ArrayList<>(List.of(more));
        flags.add("--report=" + file);
        PulseCommand ended = run(flags.toArray(String[]::new));
        assertThat(Files.size(file)).as(ended.toString()).isPositive();
        return JSON.readValue(file.toFile(), RunReport.class);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  PulseCommand verify(String sink, String... more) {
    return command("verify", "--sink=" + sink, more);
  }

  private PulseCommand command(String command, String sink, String... more) {
    Stream<String> runner =
        Stream.of(more).anyMatch(flag -> flag.startsWith("--runner="))
            ? Stream.of()
            : Stream.of("--runner=direct");
    return PulseCommand.run(
        Stream.of(
                Stream.of(command, "--dataset=" + name, "--source=" + from.sink(), sink),
                runner,
                Stream.of(more))
            .flatMap(flags -> flags)
            .toArray(String[]::new));
  }

  /** That both sinks hold each row of the source, with its version, and no other. */
  void assertEqualRows() throws Exception {
    Rows source = Rows.in(from, dataset());
    assertThat(Rows.in(to, dataset()).differences(source)).isEmpty();
    assertThat(Rows.in(indices.address(), dataset()).differences(source)).isEmpty();
    assertThat(Rows.in(to, dataset()).checksum()).isEqualTo(source.checksum());
  }

  /** That verify says so too. */
  void assertVerified(String... more) {
    for (String sink : List.of(to.sink(), indices.address())) {
      PulseCommand verified = verify(sink, more);
      assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }
  }
}
