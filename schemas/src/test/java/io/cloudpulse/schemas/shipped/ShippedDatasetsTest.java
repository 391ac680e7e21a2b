package io.cloudpulse.schemas.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.DatasetFile;
import io.cloudpulse.schemas.golden.Golden;
import io.cloudpulse.schemas.shape.BigQueryShape;
import io.cloudpulse.schemas.shape.ElasticsearchShape;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped file is read with all its checks, and a change of a table shows in review. */
class ShippedDatasetsTest {
  private static final Path FILES = Path.of("src", "main", "resources", "datasets");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FILES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isNamedAsItsFile(Path file) {
    Dataset dataset = DatasetFile.read(file);

    assertThat(FILES.resolve(dataset.family()).resolve(dataset.kind() + ".yaml")).isEqualTo(file);
    assertThat(dataset.description()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void hasTheShapesOfTheGoldenFiles(Path file) {
    Dataset dataset = DatasetFile.read(file);

    Golden golden = Golden.of(getClass());
    List<String> statements = PostgresShape.of(dataset).createStatements();
    golden.check(dataset.name() + ".postgres.sql", String.join(";\n", statements) + ";");
    golden.check(dataset.name() + ".bigquery.json", BigQueryShape.of(dataset).tableJson());
    golden.check(
        dataset.name() + ".elasticsearch.json", ElasticsearchShape.of(dataset).createJson());
  }
}
