package io.cloudpulse.transforms.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.transforms.RowStore;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

/** Where no server is. */
class ElasticsearchSinkTest {
  private static final ElasticsearchSink NOWHERE = TestDocuments.nowhere();

  @Test
  void travelsToWorkers() {
    assertThat(SerializableUtils.ensureSerializable(NOWHERE.write())).isNotNull();
  }

  @Test
  void saysWhichServerTookNothing() throws IOException {
    try (RowStore.Open store = new DocumentWriter(NOWHERE)) {
      assertThatThrownBy(
              () -> store.write(List.of(TestDocuments.row(1, "ship", 1.0)), letter -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Elasticsearch at 127.0.0.1:1 did not take a batch");
    }
  }
}
