package io.cloudpulse.tests.runners;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityWindows;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A batch on embedded Spark leaves what it leaves on embedded Flink, to the row and the letter. */
@ExtendWith({KafkaServer.class, PostgresServer.class, ElasticsearchServer.class})
class SparkBatchIT {
  private static final List<Dataset> ORDERS = List.of(Datasets.named("northwind.orders"));
  private static final List<Dataset> BOOKS = List.of(Datasets.named("books.catalogue"));
  private static final List<Dataset> EVENTS =
      Stream.concat(
              Stream.of(Datasets.named("activity.events")),
              ActivityAggregates.in(ActivityWindows.ofGeneration(0)).stream()
                  .map(Aggregate::dataset))
          .toList();

  @TempDir private Path folder;

  @Test
  void movesFilesWithDirt(Database flink, Database spark, Indices indices) throws Exception {
    generate("northwind.orders", 3_000, 1, folder.resolve("a.csv.gz"));
    generate("northwind.orders", 2_000, 2, folder.resolve("b.csv.gz"));
    generate("northwind.orders", 4_000, 3, folder.resolve("c.csv.gz"));
    BatchTwins twins = new BatchTwins(ORDERS, "files:" + folder.resolve("*.gz"), indices);

    Landing expected = twins.move("flink", flink);
    Landing landed = twins.move("spark", spark);

    BatchTwins.assertSame(landed, expected);
    assertThat(expected.deadLetters()).hasSize(180);
    assertThat(landed.count()).isGreaterThan(5_000);
  }

  @Test
  void movesBooks(Database flink, Database spark, Indices indices) throws Exception {
    Path file = folder.resolve("books.csv");
    generate("books.catalogue", 1_000, 4, file);
    BatchTwins twins = new BatchTwins(BOOKS, "files:" + file, indices);

    BatchTwins.assertSame(twins.move("spark", spark), twins.move("flink", flink));
  }

  @Test
  void computesWindows(Database flink, Database spark, Indices indices) throws Exception {
    Path file = folder.resolve("events.csv");
    generate("activity.events", 3_000, 5, file);
    BatchTwins twins = new BatchTwins(EVENTS, "files:" + file, indices);

    Landing landed = twins.move("spark", spark);

    BatchTwins.assertSame(landed, twins.move("flink", flink));
    assertThat(landed.rows()).hasSize(12).allMatch(rows -> rows.count() > 0);
  }

  @Test
  void movesATopic(Database flink, Database spark, Indices indices, Topics topics)
      throws Exception {
    String address = topics.address(topics.topic(3));
    generate("northwind.orders", 3_000, 6, address);
    BatchTwins twins = new BatchTwins(ORDERS, address, indices);

    Landing landed = twins.move("spark", spark);

    BatchTwins.assertSame(landed, twins.move("flink", flink));
    assertThat(landed.deadLetters()).hasSize(60);
  }

  /** Nothing fits into its memory: each of the three outputs is read for itself. */
  @Test
  void countsWhatItReadsAgainOnce(Database kept, Database again, Indices indices) throws Exception {
    generate("northwind.orders", 3_000, 7, folder.resolve("a.csv"));
    generate("northwind.orders", 3_000, 8, folder.resolve("b.csv"));
    BatchTwins twins = new BatchTwins(ORDERS, "files:" + folder.resolve("*.csv"), indices);
    Landing expected = twins.move("spark", kept);

    System.setProperty("spark.memory.fraction", "0.000001");
    try {
      BatchTwins.assertSame(twins.move("spark", again), expected);
    } finally {
      System.clearProperty("spark.memory.fraction");
    }
  }

  /** A twentieth stands there twice, a fiftieth is bad. */
  private static void generate(String dataset, int rows, int seed, Object out) {
    PulseCommand ended =
        PulseCommand.run(
            "generate",
            "--dataset=" + dataset,
            "--rows=" + rows,
            "--seed=" + seed,
            "--dirty=0.02",
            "--duplicates=0.05",
            "--out=" + out);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }
}
