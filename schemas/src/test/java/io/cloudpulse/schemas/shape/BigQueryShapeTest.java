package io.cloudpulse.schemas.shape;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.golden.Golden;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BigQueryShapeTest {
  static List<Dataset> datasets() {
    return ShapedDatasets.all();
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void describesTheTableAsTheGoldenFileSays(Dataset dataset) {
    String json = BigQueryShape.of(dataset).tableJson();

    Golden.of(getClass()).check(dataset.name() + ".json", json);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void createsTheTableAsTheGoldenFileSays(Dataset dataset) {
    List<String> statements = BigQueryShape.of(dataset).createStatements();

    Golden.of(getClass()).check(dataset.name() + ".sql", String.join(";\n", statements) + ";");
  }
}
