package io.cloudpulse.tests.runners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PulseCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same batch on two runners, into both sinks.
 *
 * @param datasets what is moved, and what is computed of it
 * @param source as {@code --source} takes it
 */
record BatchTwins(List<Dataset> datasets, String source, Indices indices) {
  /** Moves it into an empty database and empty indices. */
  Landing move(String runner, Database database, String... more) throws Exception {
    datasets.forEach(dataset -> Landing.drop(dataset, indices));
    Path file = Files.createTempFile("pulse-report", ".json");
    try {
      List<String> args = new ArrayList<>();
      args.add("run");
      args.add("--dataset=" + datasets.get(0).name());
      args.add("--source=" + source);
      args.add("--mode=batch");
      args.add("--sink=" + database.sink() + "," + indices.address());
      args.add("--runner=" + runner);
      args.add("--report=" + file);
      args.addAll(List.of(more));
      PulseCommand ended = PulseCommand.run(args.toArray(String[]::new));
      assertThat(file).as("exit %d: %s", ended.exitCode(), ended.err()).isNotEmptyFile();
      RunReport report = new ObjectMapper().readValue(file.toFile(), RunReport.class);
      return Landing.of(report, datasets, database, indices);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Row by row, letter by letter, number by number. */
  static void assertSame(Landing landed, Landing expected) {
    assertThat(landed.numbers()).isEqualTo(expected.numbers()).startsWith("exit 0,").endsWith("[]");
    assertThat(landed.differences(expected)).isEmpty();
    assertThat(landed.deadLetters()).isEqualTo(expected.deadLetters());
  }
}
