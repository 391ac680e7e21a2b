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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch over the archive gives the rows, versions and dead letters that its sources gave. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class ArchiveIT {
  private static final List<Dataset> ORDERS = List.of(Datasets.named("northwind.orders"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void givesBackFiles(String runner, Database first, Database again, Indices indices)
      throws Exception {
    generate(1_000, 1, folder.resolve("a.csv.gz"));
    generate(800, 2, folder.resolve("b.csv"));
    Landing expected = archive(files(indices), runner, first);

    Landing landed = fromArchive(indices).move(runner, again);

    BatchTwins.assertSame(landed, expected);
    assertThat(expected.deadLetters()).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void givesBackATopic(
      String runner, Database first, Database again, Indices indices, Topics topics)
      throws Exception {
    String address = topics.address(topics.topic(3));
    generate(1_500, 3, address);
    Landing expected = archive(new BatchTwins(ORDERS, address, indices), runner, first);

    Landing landed = fromArchive(indices).move(runner, again);

    BatchTwins.assertSame(landed, expected);
    assertThat(expected.deadLetters()).hasSize(30);
  }

  /** The topic is archived twice, the second time with what came meanwhile; then files doubled. */
  @Test
  void takesOnceWhatIsThereTwice(
      Database part, Database all, Database again, Indices indices, Topics topics)
      throws Exception {
    String address = topics.address(topics.topic(2));
    BatchTwins topic = new BatchTwins(ORDERS, address, indices);
    generate(700, 4, address);
    Landing unused = archive(topic, "flink", part);
    generate(800, 5, address);
    Landing expected = archive(topic, "flink", all);
    doubleEach(archived());

    Landing landed = fromArchive(indices).move("flink", again);

    BatchTwins.assertSame(landed, expected);
  }

  /** The comparison sees what is not there. */
  @Test
  void missesAFileThatIsRemoved(Database first, Database again, Indices indices) throws Exception {
    generate(500, 6, folder.resolve("a.csv"));
    generate(500, 7, folder.resolve("b.csv"));
    Landing expected = archive(files(indices), "flink", first);
    Files.delete(archived().get(0));

    Landing landed = fromArchive(indices).move("flink", again);

    assertThat(landed.differences(expected)).hasSize(62);
    assertThat(expected.deadLetters()).hasSize(20);
    assertThat(landed.deadLetters()).hasSize(10);
  }

  /** Each under another name, as if others had written it. */
  private static void doubleEach(List<Path> files) throws IOException {
    for (Path file : files) {
      String name = file.getFileName().toString().replaceAll("[0-9a-f]{4}\\.avro$", "0000.avro");
      Path unused = Files.copy(file, file.resolveSibling(name));
    }
  }

  private Path place() {
    return folder.resolve("archive");
  }

  private List<Path> archived() throws IOException {
    try (Stream<Path> files = Files.walk(place())) {
      return files.filter(file -> file.toString().endsWith(".avro")).sorted().toList();
    }
  }

  private BatchTwins files(Indices indices) {
    return new BatchTwins(ORDERS, "files:" + folder.resolve("*[vz]"), indices);
  }

  private BatchTwins fromArchive(Indices indices) {
    return new BatchTwins(ORDERS, "archive:" + place(), indices);
  }

  private Landing archive(BatchTwins move, String runner, Database database) throws Exception {
    return move.move(runner, database, "--archive=files:" + place());
  }

  private static void generate(int rows, int seed, Object out) {
    PulseCommand ended =
        PulseCommand.run(
            "generate",
            "--dataset=northwind.orders",
            "--rows=" + rows,
            "--seed=" + seed,
            "--dirty=0.02",
            "--duplicates=0.05",
            "--out=" + out);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }
}
