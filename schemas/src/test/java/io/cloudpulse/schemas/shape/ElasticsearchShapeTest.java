package io.cloudpulse.schemas.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.golden.Golden;
import org.junit.jupiter.api.Test;

class ElasticsearchShapeTest {
  @Test
  void mapsEveryTypeAsTheGoldenFileSays() {
    String json = ElasticsearchShape.of(ShapedDatasets.fieldsKey()).createJson();

    Golden.of(getClass()).check("harbour.arrivals.json", json);
  }

  @Test
  void keepsKeyAndVersionOutOfTheDocument() {
    String json = ElasticsearchShape.of(ShapedDatasets.positionKey()).createJson();

    assertThat(json).doesNotContain("_source", "_record", "_version");
  }

  @Test
  void namesTheIndexAfterFamilyAndKind() {
    assertThat(ElasticsearchShape.of(ShapedDatasets.positionKey()).index())
        .isEqualTo("harbour-ledger_lines");
  }
}
