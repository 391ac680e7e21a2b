package io.cloudpulse.tests.runners;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Bucket;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources, archive and dead letters in a bucket are those in a folder. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class})
abstract class BucketContract {
  private static final List<Dataset> ORDERS = List.of(Datasets.named("northwind.orders"));
  private static final String AS_OF = "--asOf=2026-11-01T00:00:00Z";

  @TempDir private Path folder;

  /** An empty one; where its server is not at hand, the test is skipped. */
  abstract Bucket start() throws IOException;

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void holdsWhatAFolderHolds(
      String runner, Database local, Database cloud, Database again, Indices indices)
      throws Exception {
    generate(1_000, folder.resolve("a.csv"));
    BatchTwins files = new BatchTwins(ORDERS, "files:" + folder.resolve("*.csv"), indices);
    Landing expected = files.move(runner, local, AS_OF);
    try (Bucket storage = start()) {
      storage.put("in/a.csv", folder.resolve("a.csv"));
      Landing first =
          new BatchTwins(ORDERS, "files:" + storage.path("in/*.csv"), indices)
              .move(
                  runner,
                  cloud,
                  flags(storage, AS_OF, "--archive=files:" + storage.path("archive")));

      Landing landed =
          new BatchTwins(ORDERS, "archive:" + storage.path("archive"), indices)
              .move(
                  runner, again, flags(storage, "--deadLetters=files:" + storage.path("letters")));

      assertThat(first.differences(expected)).isEmpty();
      assertThat(landed.differences(expected)).isEmpty();
      assertThat(first.numbers()).isEqualTo(expected.numbers()).contains("kept 20,");
      assertThat(landed.numbers()).isEqualTo(expected.numbers());
      assertThat(storage.names("letters/")).isNotEmpty().allMatch(n -> n.endsWith(".jsonl"));
      assertThat(storage.names("archive/")).isNotEmpty().allMatch(n -> n.endsWith(".avro"));
    }
  }

  private static String[] flags(Bucket storage, String... more) {
    return Stream.concat(storage.flags().stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static void generate(int rows, Path out) {
    PulseCommand ended =
        PulseCommand.run(
            "generate",
            "--dataset=northwind.orders",
            "--rows=" + rows,
            "--seed=9",
            "--dirty=0.02",
            "--out=" + out);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }
}
