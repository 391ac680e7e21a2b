package io.cloudpulse.schemas.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.golden.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresShapeTest {
  static List<Dataset> datasets() {
    return ShapedDatasets.all();
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void createsWhatTheGoldenFileSays(Dataset dataset) {
    List<String> statements = PostgresShape.of(dataset).createStatements();

    Golden.of(getClass()).check(dataset.name() + ".sql", String.join(";\n", statements) + ";");
  }

  @Test
  void putsAMadeKeyFirstAndTheVersionLast() {
    PostgresShape shape = PostgresShape.of(ShapedDatasets.positionKey());

    assertThat(shape.keyColumns()).containsExactly("_source", "_record");
    assertThat(shape.columns())
        .startsWith(
            new PostgresShape.Column("_source", "text", false),
            new PostgresShape.Column("_record", "bigint", false))
        .endsWith(new PostgresShape.Column("_version", "bigint", false));
  }

  @Test
  void neverLetsAKeyFieldBeNull() {
    PostgresShape shape = PostgresShape.of(ShapedDatasets.fieldsKey());

    assertThat(shape.columns())
        .startsWith(
            new PostgresShape.Column("ship", "text", false),
            new PostgresShape.Column("arrived_at", "timestamp with time zone", false),
            new PostgresShape.Column("port", "text", false),
            new PostgresShape.Column("crew", "bigint", true));
  }

  @Test
  void quotesEveryIdentifier() {
    assertThat(PostgresShape.of(ShapedDatasets.fieldsKey()).quotedName())
        .isEqualTo("\"harbour\".\"arrivals\"");
    assertThat(PostgresShape.quoted("a\"b")).isEqualTo("\"a\"\"b\"");
  }
}
